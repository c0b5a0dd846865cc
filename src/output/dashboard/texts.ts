/**
 * Every word of the page that is not the form's, `{…}` to be filled in. Both languages in one file, under one type:
 * who changes a sentence has the other one before him, and neither can lack a word.
 */
import type { RateId } from '../../collection/rates.ts'
import type { Language } from '../../diagnostic/catalogue.ts'
import type { Metric } from '../../form/sentences.ts'
import type { CellStatus } from '../../model/cell.ts'
import type { BodyRateId, FigureId } from './figures.ts'

export interface PageTexts {
  title: string
  noScript: string
  skip: string
  views: Readonly<Record<'overview' | 'outcomes' | 'applicants' | 'bodies' | 'spread' | 'findings', string>>
  year: string
  yearOf: string
  theme: Readonly<Record<'auto' | 'light' | 'dark', string>>
  themeLabel: string
  languageLabel: string
  print: string
  all: string
  unknown: string
  notReported: string
  figures: Readonly<Record<FigureId, string>>
  rates: Readonly<Record<BodyRateId, string>>
  rateNames: Readonly<Partial<Record<RateId, string>>>
  statuses: Readonly<Record<CellStatus, string>>
  metrics: Readonly<Record<Metric, string>>
  periods: Readonly<Record<string, string>>
  approximate: Readonly<Record<string, string>>
  w: Readonly<Record<Word, string>>
}

type Word =
  | 'coverage'
  | 'coverageMet'
  | 'coverageNote'
  | 'missingBodies'
  | 'cells'
  | 'cellsSure'
  | 'cellsDoubted'
  | 'cellsUnknown'
  | 'known'
  | 'knownDoubted'
  | 'paired'
  | 'noPaired'
  | 'atLeast'
  | 'doubtedSum'
  | 'filed'
  | 'requests'
  | 'disclosedRate'
  | 'rateOf'
  | 'disputes'
  | 'findingsErrors'
  | 'findingsIn'
  | 'byYear'
  | 'byYearNote'
  | 'received'
  | 'outcome'
  | 'denials'
  | 'denialsNote'
  | 'rules'
  | 'rulesNote'
  | 'disputeResults'
  | 'flow'
  | 'flowNote'
  | 'flowUnknown'
  | 'allRows'
  | 'sum'
  | 'bodiesKnown'
  | 'change'
  | 'changeNote'
  | 'applicantsShare'
  | 'applicantsMatrix'
  | 'matrixNote'
  | 'search'
  | 'kind'
  | 'table'
  | 'multiples'
  | 'body'
  | 'findingsShort'
  | 'rowsShown'
  | 'multiplesNote'
  | 'showMore'
  | 'figure'
  | 'distribution'
  | 'distributionNote'
  | 'median'
  | 'quartiles'
  | 'bodiesCount'
  | 'outliers'
  | 'outliersNote'
  | 'noOutliers'
  | 'unknownCount'
  | 'high'
  | 'low'
  | 'rule'
  | 'count'
  | 'severity'
  | 'finding'
  | 'findingsLimit'
  | 'noFindings'
  | 'unread'
  | 'unreadNote'
  | 'unreadMore'
  | 'why'
  | 'todo'
  | 'suggestion'
  | 'place'
  | 'raw'
  | 'noRaw'
  | 'noPlace'
  | 'status'
  | 'flags'
  | 'noFlags'
  | 'pickCell'
  | 'tables'
  | 'history'
  | 'historyNote'
  | 'quotes'
  | 'quotesNote'
  | 'quotesLeftOut'
  | 'noQuotes'
  | 'noTable'
  | 'edition'
  | 'otherYears'
  | 'notCounted'
  | 'dataTable'
  | 'legendUnknown'
  | 'legendDoubted'
  | 'legendTable'
  | 'source'
  | 'made'
  | 'rollUp'
  | 'noYears'
  | 'noReport'
  | 'value'
  | 'scroll'
  | 'twoFiles'
  | 'ratesTitle'
  | 'placeLeftOut'
  | 'disclosure'
  | 'requestsTable'
  | 'disputesTable'
  | 'lastYear'
  | 'thisYear'
  | 'share'

const zh: PageTexts = {
  title: '政府信息公开年度报告看板',
  noScript: '本页需要浏览器启用 JavaScript。页面不访问任何网络。',
  skip: '跳到正文',
  views: {
    overview: '总览',
    outcomes: '办理结果',
    applicants: '申请人',
    bodies: '各单位',
    spread: '分布与异常',
    findings: '问题',
  },
  year: '年度',
  yearOf: '{year}年',
  theme: { auto: '跟随系统', light: '浅色', dark: '深色' },
  themeLabel: '明暗',
  languageLabel: 'English',
  print: '打印',
  all: '全部',
  unknown: '未知',
  notReported: '未报告',
  figures: {
    received: '新收申请',
    carriedOver: '上年结转',
    handled: '办理结果合计',
    carriedForward: '结转下年',
    granted: '予以公开',
    partiallyGranted: '部分公开',
    denied: '不予公开',
    unavailable: '无法提供',
    notProcessed: '不予处理',
    otherHandling: '其他处理',
    naturalPersons: '自然人申请',
    reviews: '复议件数',
    reviewsCorrected: '复议被纠正',
    lawsuits: '诉讼件数',
    lawsuitsCorrected: '诉讼被纠正',
    licensing: '许可决定',
    penalties: '处罚决定',
    compulsoryMeasures: '强制决定',
    documentsInForce: '现行有效文件',
    fees: '收费（万元）',
  },
  rates: {
    disclosedRate: '公开率',
    deniedRate: '不予公开率',
    unavailableRate: '无法提供率',
    naturalPersonsRate: '自然人占比',
  },
  rateNames: {
    disclosed: '公开率',
    denied: '不予公开率',
    unavailable: '无法提供率',
    notProcessed: '不予处理率',
    carriedForward: '结转率',
    naturalPersons: '自然人占比',
    reviewCorrected: '复议纠错率',
    litigationLost: '诉讼败诉率',
  },
  statuses: {
    read: '读到',
    inferred: '按勾稽关系定位',
    blank: '空白（不是零）',
    ambiguous: '位置不能确定',
    missing: '没有找到',
    absent: '本版格式无此格',
    unreadable: '不是数字',
  },
  metrics: {
    'disclosure.items': '主动公开信息',
    'disclosure.website': '网站公开',
    'disclosure.wechat': '微信发布',
    'disclosure.weibo': '微博发布',
    'disclosure.otherChannels': '其他渠道公开',
    'disclosure.interpretations': '政策解读',
    'requests.received': '收到申请',
    'requests.byLetter': '信函申请',
    'requests.inPerson': '当面申请',
    'requests.byFax': '传真申请',
    'requests.online': '网上申请',
    'requests.byEmail': '邮件申请',
    'requests.carriedOver': '上年结转',
    'requests.answered': '办结答复',
    'requests.granted': '公开',
    'requests.partiallyGranted': '部分公开',
    'requests.denied': '不公开',
    'requests.unavailable': '无法提供',
    'requests.notProcessed': '不处理',
    'requests.otherHandling': '另行处理',
    'requests.carriedForward': '结转下年',
    'disputes.reviews': '复议',
    'disputes.lawsuits': '诉讼',
    'licensing.decisions': '许可决定',
    'penalties.decisions': '处罚决定',
    'compulsoryMeasures.decisions': '强制决定',
    'normativeDocuments.issued': '制发文件',
    'normativeDocuments.repealed': '废止文件',
    'normativeDocuments.inForce': '现行有效文件',
    'fees.amount': '收费（元）',
    'informationFees.amount': '信息处理费（元）',
    readingPoints: '查阅点',
    meetings: '会议',
    trainings: '培训',
  },
  periods: { annual: '本年', cumulative: '累计', 'prior-year': '往年', plan: '计划' },
  approximate: { over: '超过', under: '不到', about: '约' },
  w: {
    coverage: '{n} / {m} 个单位有报告',
    coverageMet: '读到 {n} / {m} 个单位的报告（没有名册，只知道出现过的单位）',
    coverageNote: '所有合计都只含已知的数字；未知的不当作零。',
    missingBodies: '未报告的单位（{n}）',
    cells: '表格数据',
    cellsSure: '确定 {n} 格',
    cellsDoubted: '存疑 {n} 格',
    cellsUnknown: '未知 {n} 格',
    known: '已知 {n}/{m} 个单位',
    knownDoubted: '已知 {n}/{m} 个单位，{d} 个存疑',
    paired: '较上年 {change}（两年都有数的 {n} 个单位：{before} → {after}）',
    noPaired: '没有可比的上年数字',
    atLeast: '“≥”：有单位未知，实际不少于此数',
    doubtedSum: '“?”：含存疑数字',
    filed: '报告单位',
    requests: '申请与办理',
    disclosedRate: '公开率（予以公开和部分公开）',
    rateOf: '{over} ÷ {under}，{n}/{m} 个单位',
    disputes: '复议与诉讼',
    findingsErrors: '需要核实的问题',
    findingsIn: '{n} 个单位有问题',
    byYear: '历年办理结果',
    byYearNote: '每年已知数字之和；括号内是有报告的单位数，各年不同，不宜直接相减。',
    received: '新收',
    outcome: '办理结果',
    denials: '不予公开的理由',
    denialsNote: '本年度各单位已知数字之和。',
    rules: '最常见的问题',
    rulesNote: '每条规则以它的第一个问题为例；点开可看是哪些单位、哪一格。',
    disputeResults: '复议与诉讼的结果',
    flow: '从收到到办结',
    flowNote: '带的宽窄是件数。斜纹是两边对不上的部分：有的单位有的格未知或存疑。',
    flowUnknown: '两边之差',
    allRows: '各项结果',
    sum: '合计数',
    bodiesKnown: '已知单位',
    change: '较上年',
    changeNote: '只比较两年都有数字的单位。',
    applicantsShare: '谁在申请',
    applicantsMatrix: '谁得到什么结果',
    matrixNote: '颜色深浅是该类申请人各结果所占的份额；“—”为未知。',
    search: '查找单位',
    kind: '类别',
    table: '表格',
    multiples: '小图',
    body: '单位',
    findingsShort: '问题',
    rowsShown: '{n} 个单位',
    multiplesNote: '每格一个单位的历年{name}，纵轴相同；斜纹为没有报告或未知。',
    showMore: '再显示 {n} 个',
    figure: '指标',
    distribution: '{name}的分布',
    distributionNote: '横轴为数值（计数按对数分组），纵轴为单位数；斜纹为未知的单位。',
    median: '中位数',
    quartiles: '四分位',
    bodiesCount: '单位数',
    outliers: '离群的单位',
    outliersNote: '超出四分位距 1.5 倍的单位；计数先取 log(1+x)。离群不等于有错。',
    noOutliers: '没有离群的单位',
    unknownCount: '未知 {n} 个',
    high: '偏高',
    low: '偏低',
    rule: '规则',
    count: '条数',
    severity: '级别',
    finding: '问题',
    findingsLimit: '页面只收入前 {n} 条，共 {m} 条；全部见 diagnostics.ndjson。',
    noFindings: '没有问题',
    unread: '不在数字里的文件（{n}）',
    unreadNote: '没有读成报告，因此不在任何合计里。',
    unreadMore: '另有 {n} 个，见 manifest.json。',
    why: '原因',
    todo: '处理',
    suggestion: '可能的更正',
    place: '位置',
    raw: '原文',
    noRaw: '原文没有字',
    noPlace: '没有位置',
    status: '状态',
    flags: '疑问',
    noFlags: '没有疑问：这个数字是确定的',
    pickCell: '点表中任一格，看它的原文、位置和疑问。',
    tables: '表格',
    history: '历年',
    historyNote: '斜纹为该年没有报告或未知；空心点为存疑。',
    quotes: '正文写明的数字',
    quotesNote: '正文的口径可能与表格不同。',
    quotesLeftOut: '报告超过 {n} 份，页面不收入正文摘录和确定格的位置；见 reports.ndjson。',
    noQuotes: '正文没有写明数字',
    noTable: '没有找到这张表',
    edition: '{edition}版格式',
    otherYears: '其他年度',
    notCounted: '这份报告不计入合计',
    dataTable: '数据',
    legendUnknown: '未知或未报告',
    legendDoubted: '存疑',
    legendTable: '存疑的格标红框，空白或未知的格为斜纹。',
    source: '数字为报告原文所载；每个合计写明已知单位数。',
    made: '读取于 {date}',
    rollUp: '汇总单位，不加入合计',
    noYears: '没有一份报告有年度和单位名称，没有可汇总的数字。',
    noReport: '没有这份报告',
    value: '数字',
    scroll: '可左右滚动的表格',
    twoFiles: '同一年度有 {n} 份文件',
    ratesTitle: '比率',
    placeLeftOut: '页面未收入；见 facts.csv',
    disclosure: '表二',
    requestsTable: '表三',
    disputesTable: '表四',
    lastYear: '上年',
    thisYear: '本年',
    share: '份额',
  },
}

const en: PageTexts = {
  title: 'Annual reports on open government information',
  noScript: 'This page needs JavaScript. It contacts no network.',
  skip: 'Skip to the content',
  views: {
    overview: 'Overview',
    outcomes: 'Outcomes',
    applicants: 'Applicants',
    bodies: 'Bodies',
    spread: 'Distribution',
    findings: 'Findings',
  },
  year: 'Year',
  yearOf: '{year}',
  theme: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  themeLabel: 'Colours',
  languageLabel: '中文',
  print: 'Print',
  all: 'All',
  unknown: 'unknown',
  notReported: 'no report',
  figures: {
    received: 'New requests',
    carriedOver: 'Carried over',
    handled: 'Handled',
    carriedForward: 'Carried forward',
    granted: 'Disclosed',
    partiallyGranted: 'Partially disclosed',
    denied: 'Denied',
    unavailable: 'Unavailable',
    notProcessed: 'Not processed',
    otherHandling: 'Other handling',
    naturalPersons: 'By natural persons',
    reviews: 'Reviews',
    reviewsCorrected: 'Reviews lost',
    lawsuits: 'Lawsuits',
    lawsuitsCorrected: 'Lawsuits lost',
    licensing: 'Licensing decisions',
    penalties: 'Penalties',
    compulsoryMeasures: 'Compulsory measures',
    documentsInForce: 'Documents in force',
    fees: 'Fees (10,000 yuan)',
  },
  rates: {
    disclosedRate: 'Disclosure rate',
    deniedRate: 'Denial rate',
    unavailableRate: 'Unavailable rate',
    naturalPersonsRate: 'Share of natural persons',
  },
  rateNames: {
    disclosed: 'Disclosure rate',
    denied: 'Denial rate',
    unavailable: 'Unavailable rate',
    notProcessed: 'Rate not processed',
    carriedForward: 'Rate carried forward',
    naturalPersons: 'Share of natural persons',
    reviewCorrected: 'Reviews corrected',
    litigationLost: 'Lawsuits lost',
  },
  statuses: {
    read: 'read',
    inferred: 'placed by the identities',
    blank: 'blank (not zero)',
    ambiguous: 'place not certain',
    missing: 'not found',
    absent: 'no such cell in this edition',
    unreadable: 'no figure',
  },
  metrics: {
    'disclosure.items': 'Items published',
    'disclosure.website': 'Published on the website',
    'disclosure.wechat': 'Posts on WeChat',
    'disclosure.weibo': 'Posts on Weibo',
    'disclosure.otherChannels': 'Published elsewhere',
    'disclosure.interpretations': 'Policy interpretations',
    'requests.received': 'Requests received',
    'requests.byLetter': 'Requests by letter',
    'requests.inPerson': 'Requests in person',
    'requests.byFax': 'Requests by fax',
    'requests.online': 'Requests online',
    'requests.byEmail': 'Requests by e-mail',
    'requests.carriedOver': 'Carried over',
    'requests.answered': 'Answered',
    'requests.granted': 'Disclosed',
    'requests.partiallyGranted': 'Partially disclosed',
    'requests.denied': 'Denied',
    'requests.unavailable': 'Unavailable',
    'requests.notProcessed': 'Not processed',
    'requests.otherHandling': 'Other handling',
    'requests.carriedForward': 'Carried forward',
    'disputes.reviews': 'Reviews',
    'disputes.lawsuits': 'Lawsuits',
    'licensing.decisions': 'Licensing decisions',
    'penalties.decisions': 'Penalties',
    'compulsoryMeasures.decisions': 'Compulsory measures',
    'normativeDocuments.issued': 'Documents issued',
    'normativeDocuments.repealed': 'Documents repealed',
    'normativeDocuments.inForce': 'Documents in force',
    'fees.amount': 'Fees (yuan)',
    'informationFees.amount': 'Information fees (yuan)',
    readingPoints: 'Reading points',
    meetings: 'Meetings',
    trainings: 'Trainings',
  },
  periods: { annual: 'this year', cumulative: 'cumulative', 'prior-year': 'earlier', plan: 'planned' },
  approximate: { over: 'over', under: 'under', about: 'about' },
  w: {
    coverage: '{n} of {m} bodies reported',
    coverageMet: 'reports of {n} of {m} bodies (no roster: only those met are known)',
    coverageNote: 'Every sum holds known figures only; what is unknown is never taken for zero.',
    missingBodies: 'Bodies without a report ({n})',
    cells: 'Cells of the tables',
    cellsSure: '{n} sure',
    cellsDoubted: '{n} doubted',
    cellsUnknown: '{n} unknown',
    known: 'known of {n} of {m} bodies',
    knownDoubted: 'known of {n} of {m} bodies, {d} doubted',
    paired: '{change} on last year (the {n} bodies known in both: {before} → {after})',
    noPaired: 'no comparable figure of last year',
    atLeast: '“≥”: some bodies are unknown; not less than this',
    doubtedSum: '“?”: with doubted figures',
    filed: 'Bodies that reported',
    requests: 'Requests',
    disclosedRate: 'Disclosed in full or in part',
    rateOf: '{over} ÷ {under}, {n} of {m} bodies',
    disputes: 'Reviews and lawsuits',
    findingsErrors: 'Findings to look into',
    findingsIn: 'in {n} bodies',
    byYear: 'Outcomes by year',
    byYearNote: 'Sums of what is known in each year; in brackets how many bodies reported. They differ, so do not subtract.',
    received: 'Received',
    outcome: 'Outcome',
    denials: 'Grounds of denial',
    denialsNote: 'Sums of what is known this year.',
    rules: 'Most frequent findings',
    rulesNote: 'Each rule by its first finding; open one to see which bodies and which cells.',
    disputeResults: 'How reviews and lawsuits ended',
    flow: 'From receipt to outcome',
    flowNote: 'Widths are numbers of requests. Hatched: where the two sides differ because cells are unknown or doubted.',
    flowUnknown: 'Difference',
    allRows: 'Every outcome',
    sum: 'Sum',
    bodiesKnown: 'Bodies known',
    change: 'On last year',
    changeNote: 'Only bodies known in both years are compared.',
    applicantsShare: 'Who asks',
    applicantsMatrix: 'Who gets which outcome',
    matrixNote: 'The shade is the share of the outcome among that kind of applicant; “—” is unknown.',
    search: 'Find a body',
    kind: 'Kind',
    table: 'Table',
    multiples: 'Small charts',
    body: 'Body',
    findingsShort: 'Findings',
    rowsShown: '{n} bodies',
    multiplesNote: '{name} of one body over the years in each, all on one scale; hatched: no report or unknown.',
    showMore: 'Show {n} more',
    figure: 'Figure',
    distribution: 'Distribution: {name}',
    distributionNote: 'Across: the figure (counts in logarithmic classes); up: bodies. Hatched: bodies of which it is unknown.',
    median: 'Median',
    quartiles: 'Quartiles',
    bodiesCount: 'Bodies',
    outliers: 'Outliers',
    outliersNote: 'Beyond 1.5 times the interquartile range; counts as log(1+x). An outlier is not yet an error.',
    noOutliers: 'No outliers',
    unknownCount: '{n} unknown',
    high: 'high',
    low: 'low',
    rule: 'Rule',
    count: 'Count',
    severity: 'Severity',
    finding: 'Finding',
    findingsLimit: 'The page holds the first {n} of {m}; diagnostics.ndjson has all.',
    noFindings: 'No findings',
    unread: 'Files in no figure ({n})',
    unreadNote: 'Not read as a report, so in no sum.',
    unreadMore: '{n} more: see manifest.json.',
    why: 'Why',
    todo: 'To do',
    suggestion: 'A likely correction',
    place: 'Place',
    raw: 'As printed',
    noRaw: 'nothing printed',
    noPlace: 'no place',
    status: 'Status',
    flags: 'Doubts',
    noFlags: 'No doubts: this figure is sure',
    pickCell: 'Choose any cell to see what is printed, where, and what is in doubt.',
    tables: 'Tables',
    history: 'Over the years',
    historyNote: 'Hatched: no report or unknown; hollow: doubted.',
    quotes: 'Figures in the prose',
    quotesNote: 'The prose may count otherwise than the tables.',
    quotesLeftOut: 'There are more than {n} reports: quotations and places of sure cells are left out; see reports.ndjson.',
    noQuotes: 'The prose states no figures',
    noTable: 'This table was not found',
    edition: 'form of {edition}',
    otherYears: 'Other years',
    notCounted: 'This report is in no sum',
    dataTable: 'Data',
    legendUnknown: 'unknown or no report',
    legendDoubted: 'doubted',
    legendTable: 'Doubted cells have a red frame; blank or unknown ones are hatched.',
    source: 'Figures are those printed in the reports; every sum says of how many bodies it is known.',
    made: 'read on {date}',
    rollUp: 'sum of others, not added',
    noYears: 'No report has both a year and an issuer: there is nothing to add up.',
    noReport: 'There is no such report',
    value: 'Figure',
    scroll: 'Table, scrolls sideways',
    twoFiles: '{n} files of this year',
    ratesTitle: 'Rates',
    placeLeftOut: 'not in the page; see facts.csv',
    disclosure: 'Table 2: information disclosed proactively',
    requestsTable: 'Table 3: requests received and handled',
    disputesTable: 'Table 4: administrative reviews and lawsuits',
    lastYear: 'Last year',
    thisYear: 'This year',
    share: 'Share',
  },
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = { zh, en }
