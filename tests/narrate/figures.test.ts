import { describe, expect, test } from 'vitest'
import type { NarrativeFigure } from '../../src/model/narrative.ts'
import { narrate } from '../../src/narrate/narrate.ts'
import { outlineOf } from './outline-of.ts'

const figuresOf = (text: string, path: 'overview' | 'overview/requests' | 'problems' | 'other' = 'overview'): NarrativeFigure[] =>
  narrate(outlineOf({ [path]: text }), 2021).narrative
const short = (figures: NarrativeFigure[]): string[] =>
  figures.map(({ metric, value, unit, approximate, period, change }) =>
    [
      `${metric} ${value}${unit ?? ''}`,
      approximate ?? '',
      period === 'annual' ? '' : period,
      change
        ? `${change.direction} ${change.percent ?? change.absolute}${change.percent === null ? '' : '%'} ${change.base ?? '?'}`
        : '',
    ]
      .filter(part => part !== '')
      .join(' · '),
  )

/** Text → figures. Each sentence is made from a pattern that published reports show. */
const cases: [string, string[]][] = [
  ['全年主动公开政务信息325条，比2020年增加了18.6%。', ['disclosure.items 325条 · up 18.6% 2020']],
  ['通过门户网站累计公开信息超过3800条。', ['disclosure.website 3800条 · over · cumulative']],
  ['全年累计主动公开信息 165 条，同比增长5.26%。', ['disclosure.items 165条 · up 5.26% 2020']],
  [
    '今年通过政府网站发布信息100余条，微信公众号推送68余条，微博发布6余件。',
    ['disclosure.website 100条 · over', 'disclosure.wechat 68条 · over', 'disclosure.weibo 6件 · over'],
  ],
  ['主动公开各类政府信息4.14万条。', ['disclosure.items 41400条']],
  ['主动公开政府信息近17250件。', ['disclosure.items 17250件 · under']],
  [
    '主动公开信息３，２１０条，其中门户网站１，０２４条、微信公众号２，１８６条。',
    ['disclosure.items 3210条', 'disclosure.website 1024条', 'disclosure.wechat 2186条'],
  ],
  ['通过门户网站、微信公众号等平台公开信息420条。', ['disclosure.items 420条']],
  [
    '发布政策解读12篇，开展政务公开培训两场，召开工作会议3次。',
    ['disclosure.interpretations 12篇', 'trainings 2场', 'meetings 3次'],
  ],
  ['开展了5场业务培训，在31个村社区设置信息公开查阅点。', ['trainings 5场', 'readingPoints 31个']],
  ['全年在网站和公众号发布各类信息456条。', ['disclosure.items 456条']],
  ['累计发布4.14万条，其中本年165 条。', ['disclosure.items 41400条 · cumulative', 'disclosure.items 165条']],
  ['全年发布信息100余条，网站浏览3200万余次，比上年多68余条。', ['disclosure.items 100条 · over']],
  ['主动公开信息62条，比上年（70条）减少11.4%。', ['disclosure.items 62条 · down 11.4% 2020']],
  [
    '全年制发行政规范性文件2件，废止1件，现行有效15件。',
    ['normativeDocuments.issued 2件', 'normativeDocuments.repealed 1件', 'normativeDocuments.inForce 15件'],
  ],
  ['2022年，我镇计划举办培训班4期，公开信息500条。', ['trainings 4期 · plan', 'disclosure.items 500条 · plan']],
  ['按照年度计划，举办培训班4期。', ['trainings 4期']],
  ['本年度依申请公开信息处理费收取0元。', ['informationFees.amount 0元']],
  ['发出收费通知的件数和总金额以及实际收取的总金额均为0。', ['informationFees.amount 0']],
  ['发出收费通知2件，总金额380元，实际收取380元。', ['informationFees.amount 380元']],
  ['主动公开信息325条，与2020年持平。', ['disclosure.items 325条 · same null 2020']],
  ['历年累计381份主动公开信息。', ['disclosure.items 381份 · cumulative']],
  ['下一步，计划开展培训4次。', ['trainings 4次 · plan']],
  ['依申请公开信息数59条。', []],
  ['公开2022年部门决算1份。', []],
  ['根据《条例》第二十条、第五十条和国办公开办函〔2021〕30号，建立一项制度，做到一次性告知、一件事一次办。', []],
  ['受理网民留言15条，答复15条。', []],
  ['作出行政许可0件、行政处罚237件。', ['licensing.decisions 0件', 'penalties.decisions 237件']],
  ['公开行政处罚信息20条。', []],
  [
    '制发规范性文件3件，废止规范性文件1件，现行有效的规范性文件12件。',
    ['normativeDocuments.issued 3件', 'normativeDocuments.repealed 1件', 'normativeDocuments.inForce 12件'],
  ],
  ['行政事业性收费47.10万元。', ['fees.amount 471000元']],
  ['收取信息处理费380元。', ['informationFees.amount 380元']],
  ['我镇未收取过信息处理费。', ['informationFees.amount 0']],
  ['未发生因政府信息公开引起的行政复议、行政诉讼。', ['disputes.reviews 0', 'disputes.lawsuits 0']],
  ['因政府信息公开被申请行政复议2件，提起行政诉讼1起。', ['disputes.reviews 2件', 'disputes.lawsuits 1起']],
]
test.each(cases)('%s', (text, expected) => expect(short(figuresOf(text))).toEqual(expected))

const requests: [string, string[]][] = [
  [
    '2021年全年，我镇收到申请信息公开件共3件，申请数量比2020年减少了66.7%。其中，信函申请2件、当面申请1件、传真申请0件；全部完成申请答复。',
    ['requests.received 3件 · down 66.7% 2020', 'requests.byLetter 2件', 'requests.inPerson 1件', 'requests.byFax 0件'],
  ],
  ['本年度未收到政府信息公开申请，上年无结转。', ['requests.received 0', 'requests.carriedOver 0']],
  ['本年度依申请公开零报告。', ['requests.received 0']],
  ['收到政府信息公开申请一件。', ['requests.received 1件']],
  [
    '共收到依申请公开申请12宗，办结11宗，结转下年度继续办理1宗。',
    ['requests.received 12宗', 'requests.answered 11宗', 'requests.carriedForward 1宗'],
  ],
  [
    '收到申请7件，上年度结转1件；予以公开3件，无法提供4件，结转下年继续办理1件。',
    [
      'requests.received 7件',
      'requests.carriedOver 1件',
      'requests.granted 3件',
      'requests.unavailable 4件',
      'requests.carriedForward 1件',
    ],
  ],
  ['共收到申请22起，比2022年（31起）下降29%。', ['requests.received 22起 · down 29% 2022']],
  ['收到申请68件，较上一年度增加42件。', ['requests.received 68件 · up 42 2020']],
  ['收到网络申请9件、电子邮件申请2件、邮寄3件。', ['requests.online 9件', 'requests.byEmail 2件', 'requests.byLetter 3件']],
  ['通过网络、信函等方式共收到申请14件。', ['requests.received 14件']],
  [
    '受理3件公民提出的公开申请，已答复3件，同比回落26.67%。',
    ['requests.received 3件', 'requests.answered 3件 · down 26.67% 2020'],
  ],
  ['全年共办理依申请公开事项12件，全部按时办结。', ['requests.received 12件']],
  ['政府信息公开申请件数为5件，较2020年增加2件。', ['requests.received 5件 · up 2 2020']],
  [
    '答复政府信息公开申请35件，其中按时办结34件，延期办结1件。',
    ['requests.answered 35件', 'requests.answered 34件', 'requests.answered 1件'],
  ],
  ['申请总数为二十三件，比上年多五件。', ['requests.received 23件 · up 5 2020']],
  ['2020年收到申请9件，2021年收到申请3件。', ['requests.received 9件 · prior-year', 'requests.received 3件']],
  ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请。', []],
  ['未发生超期答复申请的情况。', []],
]
test.each(requests)('%s', (text, expected) => expect(short(figuresOf(text, 'overview/requests'))).toEqual(expected))

describe('wrapped lines', () => {
  test('a sentence over several lines is one, and each figure keeps its own line', () => {
    const figures = figuresOf('全年共收到政府信息公开\n申请1\n2件，其中信函\n申请5件。', 'overview/requests')
    expect(short(figures)).toEqual(['requests.received 12件', 'requests.byLetter 5件'])
    expect(figures.map(({ place }) => place.line)).toEqual([3, 5])
  })
  test('a title of its own does not run into the text below it', () => {
    expect(short(figuresOf('（二）依申请公开\n信息325条'))).toEqual([])
  })
  test('paragraphs of a .docx stay apart', () => {
    const outline = outlineOf({ overview: '收到公开申请\n5件' })
    for (const section of Object.values(outline.sections))
      section.blocks = section.blocks.map((block, i) => ({ ...block, place: { paragraph: i + 1 } }))
    expect(narrate(outline, 2021).narrative).toEqual([])
  })
})

test('section 五 speaks of intentions', () => {
  expect(short(figuresOf('改进情况：开展培训2次。', 'problems'))).toEqual(['trainings 2次 · plan'])
})

test('a figure brings its sentence', () => {
  const [figure] = figuresOf('我镇高度重视。全年主动公开政务信息325条。')
  expect(figure?.quote).toBe('全年主动公开政务信息325条。')
  expect(figure?.section).toBe('overview')
})
