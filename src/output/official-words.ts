import type { Metric } from '../form/sentences.ts'

/** Words of the drafted report, which is Chinese in every language; labels of the form come from `form/`. */

const listed = (names: readonly string[], most = 60): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等 ${names.length} 个单位`

const mostLines = 60
const firstOf = (lines: readonly string[]): string =>
  lines.length <= mostLines
    ? lines.join('\n')
    : `${lines.slice(0, mostLines).join('\n')}\n（其余 ${lines.length - mostLines} 处略）`

export const draftWords = {
  issuerToFill: '【单位名称】',
  yearToFill: '【年度】',
  title: (issuer: string, year: string) => `${issuer}${year}年政府信息公开工作年度报告`,

  preamble: (title: string, citation: string, year: number | null) =>
    `根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（${citation}）要求，编制《${title}》。${
      year === null ? '' : `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`
    }`,
  problemsToWrite: '【待撰写：存在的主要问题，以及针对问题的改进情况。请结合各单位报告的第五部分撰写，完成后删去本段。】',
  otherToWrite: '【待撰写：其他需要说明的情况，包括收取信息处理费的情况。没有的写明“无其他需要报告的事项”，完成后删去本段。】',
  toWrite: {
    disclosure: '【待补充：主动公开的重点领域、政策解读、回应关切等情况，完成后删去本段。】',
    requests: '【待补充：依申请公开的办理机制、典型做法等情况，完成后删去本段。】',
    management: '【待撰写：政府信息管理情况，如规范性文件清理、信息发布审查、动态调整等，完成后删去本段。】',
    platforms: '【待补充：政府网站、政务新媒体、政府公报、公开查阅点等平台建设情况，完成后删去本段。】',
    supervision: '【待补充：工作考核、社会评议、责任追究、培训等情况，完成后删去本段。】',
  },
  /** How a figure that is not plain reads in a sentence. */
  figure: (printed: string) =>
    printed
      .replace(/^≥([\d.]+)\?$/, '不少于$1（含存疑）')
      .replace(/^≥/, '不少于')
      .replace(/^(-?[\d.]+)\?$/, '$1（存疑）'),
  documents: (label: string) => `全年制发${label}{}件，废止{}件，现行有效{}件。`,
  decisions: '全年作出行政许可决定{}件、行政处罚决定{}件、行政强制决定{}件。',
  fees: (label: string) => `收取${label}{}万元。`,
  received: '全年新收政府信息公开申请{}件，上年结转{}件。',
  handled:
    '办结{}件，其中予以公开{}件、部分公开{}件、不予公开{}件、无法提供{}件、不予处理{}件、其他处理{}件；结转下年度继续办理{}件。',
  disputes: '因政府信息公开引发的行政复议{}件，其中结果纠正{}件；行政诉讼{}件，其中结果纠正{}件。',
  rate: (percent: string) => `予以公开和部分公开合计占办结总数的${percent}%。`,
  stated: {
    'disclosure.items': '各单位主动公开政府信息{}条。',
    'disclosure.website': '通过政府网站公开信息{}条。',
    'disclosure.wechat': '通过微信公众号发布信息{}条。',
    'disclosure.weibo': '通过微博发布信息{}条。',
    'disclosure.otherChannels': '通过其他渠道公开信息{}条。',
    readingPoints: '设置政府信息公开查阅点{}个。',
    meetings: '召开政府信息公开工作会议{}次。',
    'informationFees.amount': '全年收取政府信息处理费{}元。',
    trainings: '组织政府信息公开业务培训{}次。',
  } as Readonly<Partial<Record<Metric, string>>>,
  fromTables: (cells: readonly string[], coverage: readonly string[]) =>
    `来源：各单位报告表格之和。\n${cells.map((cell, at) => `${cell}：${coverage[at]} 个单位`).join('\n')}`,
  formula: (over: readonly string[], under: readonly string[], above: number, below: number, known: number, of: number) =>
    `来源：（${over.join(' + ')}）÷（${under.join(' + ')}）= ${above} ÷ ${below}，按各格都有数字的 ${known}/${of} 个单位的合计计算，不是各单位比率的平均。`,
  problemsNamed: (bodies: number, of: number, lines: readonly string[]) =>
    `各单位报告第五部分所列问题，供撰写参考（${bodies}/${of} 个单位列有问题）。\n${firstOf(lines)}`,
  fromProse: (known: number, of: number, quotes: readonly string[]) =>
    `来源：${known}/${of} 个单位在报告正文中写明，口径可能不一，其余单位没有写明，不等于零。\n${firstOf(quotes)}`,
  tableNote: (count: number) =>
    `注：表中 ${count} 格不是确定的全数，已用底色标出。“≥”后为已知部分之和，实际不少于此数；数字后的“?”表示含有存疑数字；单独的“?”表示没有一个单位的数字可用。发布前逐格核实，改为确定的数字，并删去本注。`,
  whoIsMissing: (notReported: readonly string[], unknown: readonly string[], doubted: readonly string[]) =>
    [
      notReported.length === 0 ? '' : `没有报告：${listed(notReported)}。`,
      unknown.length === 0 ? '' : `已报告、但表中有格没有数字或所用格式没有此项：${listed(unknown)}。`,
      doubted.length === 0 ? '' : `表中有数字存疑：${listed(doubted)}。`,
    ]
      .filter(line => line !== '')
      .join('\n'),
} as const
