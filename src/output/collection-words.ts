/** Words of what is shown of a collection: roll-ups, comparisons, reconciliations; in both languages. */
import type { PassageFate } from '../collection/compare-texts.ts'
import type { UnknownStatus } from '../collection/gather.ts'
import type { RateId } from '../collection/rates.ts'
import type { Agreement, Slip, Suggestion } from '../collection/reconcile.ts'
import type { Level } from '../collection/roster.ts'
import { cellName } from '../form/cell-name.ts'
import type { TableKey } from '../form/form.ts'
import type { CellStatus } from '../model/cell.ts'
import type { SectionKey } from '../model/report.ts'

type PlainRate = Exclude<RateId, `denied.${string}`>

export interface CollectionWords {
  all: string
  item: string
  year: string
  bodies: string
  body: string
  reported: string
  notReported: string
  unknownHere: string
  doubtedHere: string
  otherEdition: string
  coverage: string
  sum: string
  sure: string
  unit: string
  formula: string
  rates: string
  stated: string
  quote: string
  source: string
  none: string
  notStated: string
  total: string
  legend: string
  ratesLegend: string
  tables: Readonly<Record<TableKey, string>>
  levels: Readonly<Record<Level, string>>
  by: Readonly<Record<'level' | 'kind' | 'parent', string>>
  why: Readonly<Record<UnknownStatus | CellStatus, string>>
  rate: Readonly<Record<PlainRate, string>>
  rateOfDenied(reason: string): string
  published: string
  difference: string
  agreement: Readonly<Record<Agreement, string>>
  slip: Readonly<Record<Slip, string>>
  scope: Readonly<Record<Suggestion['scope'], string>>
  suggestion(slip: string, body: string, scope: string, cells: number): string
  alternatives(names: readonly string[]): string
  suggestions: string
  unexplained: string
  counts(counts: Readonly<Record<Agreement, number>>): string
  before: string
  after: string
  change: string
  figures: string
  carryOvers: string
  broken(cell: string, printed: string, expected: string): string
  allHeld(count: number): string
  texts: string
  copiedShare(section: string, share: string, length: number): string
  fate: Readonly<Record<PassageFate, string>>
  sections: Readonly<Record<SectionKey, string>>
  onlyBefore: string
  onlyAfter: string
  repeated: string
  unmatched: string
  nothingChanged: string
  otherBody: string
  comparison: string
}

const zh: CollectionWords = {
  all: '全部单位',
  item: '项目',
  year: '年度',
  bodies: '应报',
  body: '单位',
  reported: '已报',
  notReported: '没有报告',
  unknownHere: '没有数字',
  doubtedHere: '数字存疑',
  otherEdition: '所用格式没有此项',
  coverage: '有数字的单位',
  sum: '汇总',
  sure: '其中确定',
  unit: '单位（计量）',
  formula: '公式',
  rates: '比率',
  stated: '报告正文写明的数字',
  quote: '原文',
  source: '来源',
  none: '无',
  notStated: '未注明',
  total: '全部',
  legend:
    '≥：有单位的数字未知，实际不少于此数；数字后的 ?：含有存疑数字，或是部分单位未知的增减数；单独的 ?：没有一个单位的数字可用；（n/m）：m 个单位中 n 个有数字。',
  ratesLegend: '比率由合计重新计算，只用公式各格都有数字的单位，不是各单位比率的平均；分母为零时写 —。',
  tables: { disclosure: '表二', requests: '表三', disputes: '表四' },
  levels: { province: '省级', city: '市级', county: '县级', town: '乡镇街道', department: '部门' },
  by: { level: '按层级', kind: '按类型', parent: '按上级' },
  why: {
    blank: '空白',
    ambiguous: '位置不明',
    missing: '没有找到',
    unreadable: '不是数字',
    contested: '两份文件不一致',
    'unit-not-stated': '没有写明单位',
    read: '已读',
    inferred: '推定',
    absent: '所用格式没有此项',
  },
  rate: {
    disclosed: '公开率（含部分公开）',
    granted: '予以公开率',
    partiallyGranted: '部分公开率',
    denied: '不予公开率',
    unavailable: '无法提供率',
    notProcessed: '不予处理率',
    otherHandling: '其他处理率',
    carriedForward: '结转率',
    naturalPersons: '自然人申请占比',
    reviewed: '复议率',
    litigated: '诉讼率',
    reviewCorrected: '复议纠错率',
    litigationLost: '诉讼败诉率',
  },
  rateOfDenied: reason => `不予公开中：${reason}`,
  published: '公布',
  difference: '差额',
  agreement: {
    agrees: '一致',
    differs: '不一致',
    below: '少于已知部分',
    open: '有单位未知，不能核对',
    unpublished: '没有公布数字',
  },
  slip: { 'left-out': '漏计', 'counted-twice': '重复计入', 'last-year': '用了上年的数字' },
  scope: { report: '整份报告', table: '一张表', row: '一行', cell: '一格' },
  suggestion: (slip, body, scope, cells) => `可能是“${body}”${slip}（${scope}，可解释 ${cells} 格）`,
  alternatives: names => `同样能解释的还有：${names.join('、')}`,
  suggestions: '可能的原因（仅供核查，不是结论）',
  unexplained: '没有单一原因能解释',
  counts: counts =>
    `一致 ${counts.agrees} 格，不一致 ${counts.differs} 格，少于已知部分 ${counts.below} 格，不能核对 ${counts.open} 格，没有公布数字 ${counts.unpublished} 格。`,
  before: '前',
  after: '后',
  change: '增减',
  figures: '数字变化',
  carryOvers: '上下年衔接',
  broken: (cell, printed, expected) => `${cell}：为 ${printed}，按上年应为 ${expected}`,
  allHeld: count => `可核对的 ${count} 处都衔接。`,
  texts: '文字',
  copiedShare: (section, share, length) => `${section}：${share} 与前一份相同（只改数字的也算），共 ${length} 字`,
  fate: { copied: '照抄', refigured: '只改了数字', changed: '改写', added: '新增', removed: '删去' },
  sections: {
    overview: '第一部分',
    disclosure: '第二部分',
    requests: '第三部分',
    disputes: '第四部分',
    problems: '第五部分',
    other: '第六部分',
  },
  onlyBefore: '只在前一组',
  onlyAfter: '只在后一组',
  repeated: '有几份文件，取了第一份',
  unmatched: '不能确定是哪个单位，未比较',
  nothingChanged: '没有变化。',
  otherBody: '注意：两份报告的单位名称不同。',
  comparison: '年报对比',
}

const en: CollectionWords = {
  all: 'all bodies',
  item: 'item',
  year: 'year',
  bodies: 'expected',
  body: 'body',
  reported: 'reported',
  notReported: 'did not report',
  unknownHere: 'no figure',
  doubtedHere: 'doubted',
  otherEdition: 'on a form without this item',
  coverage: 'bodies with a figure',
  sum: 'sum',
  sure: 'of it sure',
  unit: 'unit',
  formula: 'formula',
  rates: 'Rates',
  stated: 'Figures that the prose states',
  quote: 'quotation',
  source: 'source',
  none: 'none',
  notStated: 'not stated',
  total: 'all',
  legend:
    '≥: some bodies’ figures are unknown, it is no less than this; ? after a figure: doubted figures are in it, or it is a change of which some bodies’ are unknown; ? alone: no body has a figure; (n/m): n of m bodies have a figure.',
  ratesLegend:
    'Rates are computed from sums over the bodies that have every figure of the formula, never averaged; — where nothing is below the line.',
  tables: { disclosure: 'Table 2', requests: 'Table 3', disputes: 'Table 4' },
  levels: { province: 'province', city: 'city', county: 'county', town: 'town', department: 'department' },
  by: { level: 'By level', kind: 'By kind', parent: 'By parent' },
  why: {
    blank: 'blank',
    ambiguous: 'place unknown',
    missing: 'not found',
    unreadable: 'no figure',
    contested: 'two files differ',
    'unit-not-stated': 'unit not stated',
    read: 'read',
    inferred: 'inferred',
    absent: 'not in its form',
  },
  rate: {
    disclosed: 'disclosed, wholly or in part',
    granted: 'granted',
    partiallyGranted: 'granted in part',
    denied: 'denied',
    unavailable: 'unavailable',
    notProcessed: 'not processed',
    otherHandling: 'handled otherwise',
    carriedForward: 'carried forward',
    naturalPersons: 'from natural persons',
    reviewed: 'reviews per request',
    litigated: 'lawsuits per request',
    reviewCorrected: 'reviews that corrected',
    litigationLost: 'lawsuits lost',
  },
  rateOfDenied: reason => `of those denied: ${reason}`,
  published: 'published',
  difference: 'difference',
  agreement: {
    agrees: 'agrees',
    differs: 'differs',
    below: 'less than what is known',
    open: 'some bodies unknown: cannot be checked',
    unpublished: 'no figure published',
  },
  slip: { 'left-out': 'was left out', 'counted-twice': 'was counted twice', 'last-year': 'stands with last year’s figures' },
  scope: { report: 'whole report', table: 'one table', row: 'one row', cell: 'one cell' },
  suggestion: (slip, body, scope, cells) => `perhaps “${body}” ${slip} (${scope}; explains ${cells} cells)`,
  alternatives: names => `as well explained by: ${names.join(', ')}`,
  suggestions: 'What may explain it (to be looked at; not a finding)',
  unexplained: 'Explained by no single slip',
  counts: counts =>
    `${counts.agrees} cells agree, ${counts.differs} differ, ${counts.below} are less than what is known, ${counts.open} cannot be checked, ${counts.unpublished} have no published figure.`,
  before: 'before',
  after: 'after',
  change: 'change',
  figures: 'Figures',
  carryOvers: 'Carried over',
  broken: (cell, printed, expected) => `${cell}: is ${printed}, by last year’s report it should be ${expected}`,
  allHeld: count => `All ${count} that can be checked hold.`,
  texts: 'Texts',
  copiedShare: (section, share, length) =>
    `${section}: ${share} as in the earlier one (other figures aside), of ${length} characters`,
  fate: { copied: 'copied', refigured: 'only figures changed', changed: 'changed', added: 'added', removed: 'removed' },
  sections: {
    overview: 'Section 一',
    disclosure: 'Section 二',
    requests: 'Section 三',
    disputes: 'Section 四',
    problems: 'Section 五',
    other: 'Section 六',
  },
  onlyBefore: 'only in the first',
  onlyAfter: 'only in the second',
  repeated: 'several files, the first was taken',
  unmatched: 'whose report it is cannot be known; not compared',
  nothingChanged: 'Nothing changed.',
  otherBody: 'Note: the two reports name different bodies.',
  comparison: 'Reports compared',
}

export const collectionWords: Readonly<Record<'zh' | 'en', CollectionWords>> = { zh, en }

/** A rate's name: 公开率, or the reason's own label for a share of 不予公开. */
export function rateName(id: RateId, words: CollectionWords): string {
  return id.startsWith('denied.')
    ? words.rateOfDenied(cellName(`requests.${id}.total`).split(' › ').at(-2) ?? id)
    : words.rate[id as PlainRate]
}
