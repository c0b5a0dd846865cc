/**
 * The words by which the prose of a report states a figure, and the cells of the form that the
 * figure repeats. Data for `narrate/`. Patterns see text with widths folded (`,` `;` `:` `(` for their
 * full-width twins) and are bounded, so that matching is linear. One file: metrics, their words and their cells are
 * one table, whose order decides between words that both fit.
 */
import { cellId } from './form.ts'
import { requestRows } from './vocabulary.ts'

export const metrics = [
  'disclosure.items',
  'disclosure.website',
  'disclosure.wechat',
  'disclosure.weibo',
  'disclosure.otherChannels',
  'disclosure.interpretations',
  'requests.received',
  'requests.byLetter',
  'requests.inPerson',
  'requests.byFax',
  'requests.online',
  'requests.byEmail',
  'requests.carriedOver',
  'requests.answered',
  'requests.granted',
  'requests.partiallyGranted',
  'requests.denied',
  'requests.unavailable',
  'requests.notProcessed',
  'requests.otherHandling',
  'requests.carriedForward',
  'disputes.reviews',
  'disputes.lawsuits',
  'licensing.decisions',
  'penalties.decisions',
  'compulsoryMeasures.decisions',
  'normativeDocuments.issued',
  'normativeDocuments.repealed',
  'normativeDocuments.inForce',
  'fees.amount',
  'informationFees.amount',
  'readingPoints',
  'meetings',
  'trainings',
] as const
export type Metric = (typeof metrics)[number]

/** Where items are published; an item may be at several of them, so that they need not make up the whole. */
export const publicationChannels = [
  'disclosure.website',
  'disclosure.wechat',
  'disclosure.weibo',
  'disclosure.otherChannels',
] as const satisfies Metric[]

/** By what a request came in; together they make up the requests received. */
export const requestChannels = [
  'requests.byLetter',
  'requests.inPerson',
  'requests.byFax',
  'requests.online',
  'requests.byEmail',
] as const satisfies Metric[]

/** How requests ended; together they make up the requests answered. */
export const requestOutcomes = [
  'requests.granted',
  'requests.partiallyGranted',
  'requests.denied',
  'requests.unavailable',
  'requests.notProcessed',
  'requests.otherHandling',
] as const satisfies Metric[]

export interface MetricWords {
  readonly metric: Metric
  /** Ends the words before the figure: `收到信息公开申请共` 3 件. */
  readonly before: RegExp
  /** Begins the words after the figure: 3 件 `依申请公开申请`. */
  readonly after?: RegExp
  readonly units: readonly string[]
  /** Only where the talk is of requests for information. */
  readonly ofRequests?: true
  /** Only in a sentence that has these words. */
  readonly within?: RegExp
  /** Words in the clause that make it something else. */
  readonly unless?: RegExp
}

const cases = ['件', '件次', '宗', '起', '条', '个', '份', '次', '例', '项']
const decisions = ['件', '宗', '起', '例', '项', '件次', '个']
const publications = ['条', '篇', '件', '份', '项', '期', '个', '次', '则', '条次']
/** What may stand between a noun and its figure. */
const filling =
  '(?:[:,]|申请|收到|提交|提出|受理|案件|事项|决定|处理决定|数量|总数|总量|数|信息|工作|情况|方式|形式|渠道|的|了|有|为|是|共|共计|总计|合计|计|累计|达|达到|各){0,5}'
const before = (words: string): RegExp => new RegExp(`(?:${words})${filling}$`)
const otherTalk = /申请|留言|咨询|信访|投诉|信箱|热线|建议|提案|来电|舆情|12345/
const published = /公开|公示|发布|上传/

/** More specific words first: of two that end at the same place the first is taken. */
export const metricWords: readonly MetricWords[] = [
  {
    metric: 'informationFees.amount',
    before: /(?:信息处理费|信息公开处理费|依申请公开收费|检索费)[^,。;、\d]{0,10}$|收取(?:过)?(?:任何)?费用[^,。;、\d]{0,4}$/,
    after: /^(?:的)?信息处理费/,
    units: ['元'],
  },
  {
    metric: 'informationFees.amount',
    before: /实际收取[^,。;、\d]{0,10}$/,
    units: ['元'],
    within: /收费通知|信息处理费/,
  },
  { metric: 'fees.amount', before: before('行政事业性收费(?:金额)?'), units: ['元'] },
  {
    metric: 'requests.carriedForward',
    before: before('结转(?:至|到|入)?(?:下|次|20\\d\\d)(?:一)?(?:年)?(?:度)?(?:继续)?(?:办理)?'),
    after: /^(?:申请)?(?:结转|转)(?:至|到|入)?(?:下|次)(?:一)?年/,
    units: cases,
  },
  {
    metric: 'requests.carriedOver',
    before: before('(?:上|去|往|20\\d\\d)(?:一)?年(?:度)?结转|结转(?:自)?(?:上|去)(?:一)?年(?:度)?|上年(?:度)?转入'),
    after: /^(?:为|是|系)?(?:上|去)(?:一)?年(?:度)?结转/,
    units: cases,
  },
  {
    metric: 'disputes.lawsuits',
    before: before('行政诉讼|行政应诉|提起诉讼|诉讼案|直接起诉|被诉'),
    after: /^(?:因?政府信息公开)?(?:引发的|引起的)?(?:行政)?诉讼/,
    units: decisions,
    unless: /败诉|胜诉|出庭|培训/,
  },
  {
    metric: 'disputes.reviews',
    before: before('行政复议|提起复议|复议案|申请复议'),
    after: /^(?:因?政府信息公开)?(?:引发的|引起的)?(?:行政)?复议/,
    units: decisions,
    unless: /培训/,
  },
  { metric: 'requests.byEmail', before: before('电子邮件|电子邮箱|电邮|邮件|电子信箱'), units: cases, ofRequests: true },
  {
    metric: 'requests.byLetter',
    before: before('信函|邮寄|来信|信件|书信|邮政寄送|寄信'),
    units: cases,
    ofRequests: true,
  },
  { metric: 'requests.inPerson', before: before('当面|现场|窗口|当场|上门|面对面|书面'), units: cases, ofRequests: true },
  { metric: 'requests.byFax', before: before('传真'), units: cases, ofRequests: true },
  {
    metric: 'requests.online',
    before: before('网络|网上|在线|互联网|(?:门户)?网站|(?:申请)?平台|网页|网络平台|申请系统'),
    units: cases,
    ofRequests: true,
    unless: /发布|主动公开/,
  },
  {
    metric: 'requests.partiallyGranted',
    before: before('部分公开|部分予以公开|予以部分公开'),
    units: cases,
    ofRequests: true,
  },
  { metric: 'requests.denied', before: before('不予公开'), units: cases, ofRequests: true },
  { metric: 'requests.granted', before: before('予以公开|全部公开|同意公开|主动公开范围'), units: cases, ofRequests: true },
  {
    metric: 'requests.unavailable',
    before: before('无法提供|(?:信息)?不存在|不掌握(?:相关)?(?:政府信息|信息)?'),
    units: cases,
    ofRequests: true,
  },
  { metric: 'requests.notProcessed', before: before('不予处理'), units: cases, ofRequests: true },
  { metric: 'requests.otherHandling', before: before('其他处理|作其他处理'), units: cases, ofRequests: true },
  {
    metric: 'requests.answered',
    before: new RegExp(
      `(?:办结|答复|回复|办理完毕|办理完结|处理完毕|已办理|办复|答复完毕)${filling}$|(?:办结|答复|回复)[^,。;、\\d]{0,16}申请[^,。;、\\d]{0,6}$`,
    ),
    units: cases,
    ofRequests: true,
    unless: /留言|咨询|信访|投诉|信箱|热线|建议|提案|来电|舆情|12345/,
  },
  {
    metric: 'requests.received',
    before:
      /(?:收到|受理|新收|接收|接到|新增|收悉|收)[^,。;、]{0,24}申请[^,。;、\d]{0,14}$|(?:公开)?申请(?:件数|件|总数|数量|量|数)?(?:共|共计|合计|总计|为|有|新收|收到){0,3}$|(?:办理|处理)[^,。;、]{0,10}依申请公开[^,。;、\d]{0,8}$|依申请公开办理(?:数量|件数)(?:为)?$|(?:收到|受理|新收|接到)(?:了)?(?:共|共计|合计|总计)?$/,
    after: /^(?:政府|政务)?(?:信息)?(?:依)?(?:申请)?(?:公开)?(?:的)?申请|^依申请公开/,
    units: cases,
    ofRequests: true,
    unless: /复议|诉讼|留言|咨询|信访|投诉|热线|建议|提案|低保|救助|依申请公开(?:政府)?信息数|申请书|办件/,
  },
  {
    metric: 'licensing.decisions',
    before: before('行政许可'),
    units: decisions,
    unless: published,
  },
  { metric: 'penalties.decisions', before: before('行政处罚'), units: decisions, unless: published },
  { metric: 'compulsoryMeasures.decisions', before: before('行政强制(?:措施)?'), units: decisions, unless: published },
  {
    metric: 'normativeDocuments.repealed',
    before: /废止[^,。;、]{0,10}规范性文件[^,。;、\d]{0,6}$|规范性文件废止[^,。;、\d]{0,4}$/,
    units: decisions.concat('份', '部'),
  },
  {
    metric: 'normativeDocuments.repealed',
    before: /^[,、]?(?:其中)?废止(?:件数|文件)?(?:了|共|为)?$/,
    units: decisions.concat('份', '部'),
    within: /规范性文件/,
  },
  {
    metric: 'normativeDocuments.inForce',
    before: /^[,、]?(?:目前|其中)?现行有效(?:件数|文件|的)?(?:共|为|有)?$/,
    units: decisions.concat('份', '部'),
    within: /规范性文件/,
  },
  {
    metric: 'normativeDocuments.inForce',
    before: /现行有效[^,。;、]{0,10}规范性文件[^,。;、\d]{0,6}$|规范性文件[^,。;、\d]{0,6}现行有效[^,。;、\d]{0,6}$/,
    units: decisions.concat('份', '部'),
  },
  {
    metric: 'normativeDocuments.issued',
    before: /(?:制发|制定|出台|印发|新制作)[^,。;、]{0,10}规范性文件[^,。;、\d]{0,6}$/,
    after: /^(?:行政)?规范性文件/,
    units: decisions.concat('份', '部'),
    unless: /主动公开|废止|解读|审查/,
  },
  {
    metric: 'readingPoints',
    before: before('查阅点|查阅场所|查阅室|查阅中心|查询点|公开专区|公开专栏区'),
    after: /^(?:[^,。;、\d]{0,24})(?:查阅点|查阅场所|查阅室|查阅中心|查询点|公开专区)/,
    units: ['个', '处', '家', '村', '所', '间', '社区', '村社区'],
  },
  {
    metric: 'trainings',
    before: /培训[^,。;、\d]{0,8}$/,
    after: /^[^,。;、\d]{0,16}培训/,
    units: ['次', '场', '期', '场次', '轮', '个'],
  },
  {
    metric: 'meetings',
    before: /会议?[^,。;、\d会]{0,6}$/,
    after: /^[^,。;、\d]{0,16}(?:会议|推进会|部署会|座谈会|例会|协调会)/,
    units: ['次', '场', '期', '场次'],
    unless: /新闻发布会|公开[^,。;]{0,6}会议/,
  },
  {
    metric: 'disclosure.interpretations',
    before: /解读[^,。;、\d]{0,10}$/,
    after: /^[^,。;、\d]{0,12}解读/,
    units: publications,
  },
  { metric: 'disclosure.wechat', before: /(?:微信|公众号)[^,。;、\d]{0,24}$/, units: publications, unless: otherTalk },
  { metric: 'disclosure.weibo', before: /微博[^,。;、\d]{0,24}$/, units: publications, unless: otherTalk },
  {
    metric: 'disclosure.website',
    before: /(?:网站|官网|门户网|网页)[^,。;、\d]{0,24}$/,
    units: publications,
    unless: /留言|咨询|信访|投诉|申请|访问|点击|浏览|12345/,
  },
  {
    metric: 'disclosure.otherChannels',
    before: /(?:抖音|头条|公告栏|公示栏|宣传栏|报纸|报刊|电视|广播|客户端|其他(?:渠道|方式|平台|形式)|新媒体)[^,。;、\d]{0,24}$/,
    units: publications,
    unless: otherTalk,
  },
  {
    metric: 'disclosure.items',
    before:
      /主动公开[^,。;、\d]{0,16}$|(?:公开|发布|更新)[^,。;、\d]{0,10}信息[^,。;、\d]{0,10}$|信息公开(?:总)?(?:数|量|数量|总数|总量)(?:为|共|达)?$|(?:公开|发布)(?:了)?(?:共|共计|总计|合计|累计)?$/,
    after: /^(?:主动公开|公开|政府信息|政务信息|信息)/,
    units: ['条', '篇', '件', '份', '项', '则', '条次'],
    unless:
      /部分公开|予以公开|不予公开|依申请公开|收到|申请|留言|咨询|行政许可|行政处罚|行政强制|规范性文件|建议|提案|财政|预算|决算|目录|指南|会议/,
  },
]

/** Ways by which something is published or asked for; two of them in a clause (`网站和公众号`) name ways in general. */
export const ways: readonly RegExp[] = [
  /网站|官网/, /微信|公众号/, /微博/, /抖音|头条|客户端/, /报纸|报刊|电视|广播/, /公告栏|公示栏|宣传栏/,
  /信函|邮寄/, /当面|现场/, /传真/, /网络|网上|互联网/, /电子邮件|邮箱/,
] // biome-ignore format: a list

/** `网络、信函等方式`: ways in general. */
export const listOfWays = /等(?:多种|各种|各类)?(?:方式|渠道|形式|途径|平台|媒体|载体|多渠道|渠道)/

export interface ZeroWords {
  readonly metric: Metric
  readonly pattern: RegExp
}

const not = '(?:未(?!经)|没有|无|暂无|未曾|尚未|暂未|从未|均未|均无)'

/** What every one of `zeroWords` holds a word of. */
export const mayBeZero = /[未没无零]|为0/

/** How prose says that there was none. */
export const zeroWords: readonly ZeroWords[] = [
  {
    metric: 'requests.received',
    pattern: new RegExp(
      `${not}(?:曾)?(?:收到|接到|接收|受理|新收|收)(?:过|到)?[^,。;、]{0,20}(?:申请|依申请公开)|(?:申请|依申请公开)[^,。;、\\d]{0,8}(?:零报告|零申请|为零)|${not}(?:依申请公开|信息公开申请|公开申请)`,
    ),
  },
  {
    metric: 'requests.carriedOver',
    pattern: /(?:上|去|往)(?:一)?年(?:度)?(?:无|没有|未)(?:申请)?结转|(?:无|没有)(?:上|去)(?:一)?年(?:度)?结转/,
  },
  {
    metric: 'requests.carriedForward',
    pattern: /(?:无|没有|未)结转(?:至|到|入)?(?:下|次)(?:一)?年|(?:无|没有)(?:申请)?(?:结转|转)(?:至|到|入)(?:下|次)(?:一)?年/,
  },
  {
    metric: 'disputes.reviews',
    pattern: new RegExp(`${not}[^,。;]{0,28}复议|复议[^,。;\\d]{0,16}(?:均|都)?(?:为零|为0|为无|零报告|零发生)`),
  },
  {
    metric: 'disputes.lawsuits',
    pattern: new RegExp(`${not}[^,。;]{0,36}(?:诉讼|起诉)|诉讼[^,。;\\d]{0,12}(?:均|都)?(?:为零|为0|为无|零报告|零发生)`),
  },
  {
    metric: 'informationFees.amount',
    pattern: new RegExp(
      `${not}(?:曾)?(?:发生|产生|收取|收)(?:过)?[^,。;]{0,16}(?:信息处理费|信息公开处理费|依申请公开收费|申请[^,。;]{0,6}费)|信息处理费[^,。;\\d]{0,8}(?:为零|情况无|无收取)|收费情况:?无|收费通知[^。;]{0,40}(?:均|都)?为(?:0|零)(?![.\\d])|实际收取[^,。;\\d]{0,10}(?:均|都)?为(?:0|零)(?![.\\d])`,
    ),
  },
  {
    metric: 'licensing.decisions',
    pattern: new RegExp(`${not}(?:作出|实施|发生|开展)?(?:过)?行政许可(?![^,。;]{0,6}(?:公开|公示))`),
  },
  {
    metric: 'penalties.decisions',
    pattern: new RegExp(`${not}(?:作出|实施|发生|开展)?(?:过)?行政处罚(?![^,。;]{0,6}(?:公开|公示))`),
  },
  {
    metric: 'normativeDocuments.issued',
    pattern: new RegExp(`${not}(?:新)?(?:制发|制定|出台|印发)(?:过)?(?:任何)?(?:行政)?规范性文件`),
  },
]

/** Clauses that seem to say none and say something else; labels of the form are among them. */
export const notZero = /正当理由|逾期|未按|超期|超时|未及时|无法|无误|不再处理|未公开|无关|审结/

const group = (prefix: string): string[] =>
  Object.keys(requestRows).flatMap(row => (row.startsWith(`${prefix}.`) ? [cellId('requests', row, 'total')] : []))

/** The cells whose sum a figure of the narrative repeats; none where the form has no such cell. */
export const cellsOfMetric: Partial<Record<Metric, readonly string[]>> = {
  'requests.received': ['requests.newlyReceived.total'],
  'requests.carriedOver': ['requests.carriedOver.total'],
  'requests.answered': ['requests.outcomesTotal.total'],
  'requests.carriedForward': ['requests.carriedForward.total'],
  'requests.granted': ['requests.granted.total'],
  'requests.partiallyGranted': ['requests.partiallyGranted.total'],
  'requests.denied': group('denied'),
  'requests.unavailable': group('unavailable'),
  'requests.notProcessed': group('notProcessed'),
  'requests.otherHandling': group('otherHandling'),
  'disputes.reviews': ['disputes.administrativeReview.total'],
  'disputes.lawsuits': ['disputes.directLitigation.total', 'disputes.litigationAfterReview.total'],
  'licensing.decisions': ['disclosure.licensing.decisions'],
  'penalties.decisions': ['disclosure.penalties.decisions'],
  'compulsoryMeasures.decisions': ['disclosure.compulsoryMeasures.decisions'],
  'normativeDocuments.issued': ['disclosure.normativeDocuments.issued'],
  'normativeDocuments.repealed': ['disclosure.normativeDocuments.repealed'],
  'normativeDocuments.inForce': ['disclosure.normativeDocuments.inForce'],
  'fees.amount': ['disclosure.fees.amount'],
}

/** Units that may stand behind a figure; the longest first. 万元 is 万 and 元. */
export const units = [
  '件次', '人次', '场次', '条次', '村社区', '社区', '个百分点', '%', '倍',
  '件', '条', '宗', '起', '篇', '期', '份', '次', '场', '项', '个', '则', '处', '家', '例', '部', '轮', '村', '所', '间', '元', '人', '户', '名', '册', '字',
] as const // biome-ignore format: a list
