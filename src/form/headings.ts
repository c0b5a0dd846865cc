/**
 * The words around the tables: headings of the six sections and of the subsections of section 一,
 * what is printed directly beneath them, and what tells other documents from a report.
 *
 * A heading is known by likeness to a name (edit distance) or by its key words. Both are tried on
 * text without spaces and in half-width punctuation; every pattern is anchored and bounded.
 */
import {
  articleItems,
  disclosureColumns,
  disclosureCorner,
  disputeGroups,
  disputeResults,
  requestGroups,
  requestNotes,
  requestRows,
} from './vocabulary.ts'

export interface SectionHeading {
  /** Position in the form: 一 is 1. */
  readonly number: number
  /** The official heading first, then wordings that reports were seen to use in its place. */
  readonly names: readonly string[]
  /** Key words in the order in which variants have them; matches from the title's first character. */
  readonly keywords: RegExp
  /** What the form or its usual filling puts directly under the heading, for headings glued to it. */
  readonly follows: RegExp
}

/** Sections of the report in the form's order. */
export const sectionHeadings = {
  overview: {
    number: 1,
    names: ['总体情况', '基本情况', '总体概况', '工作概述'],
    keywords:
      /^(?:[^。;,:|、]{0,18}?(?:总体|基本|总结|开展|推进|完成|工作|落实|实施)[^。;,:|、]{0,4}?(?:情况|概述|概况|成效)(?:及(?:主要)?成效)?|[^。;,:|、]{0,10}?(?:概述|概况|总结))/,
    follows: /^(?:[(]一[)]|主动公开|[一1][.、]|今年以来|20\d\d年)/,
  },
  disclosure: {
    number: 2,
    names: ['主动公开政府信息情况', '主动公开政府信息的情况', '政府信息主动公开情况', '主动公开政府信息'],
    keywords:
      /^[^。;,:|、申]{0,8}?(?:主动公开(?:政府|政务)?信息(?:工作)?的?情况|(?:政府|政务)?信息主动公开(?:工作)?的?情况|主动公开情况)/,
    follows: /^(?:[(|*]{0,3})(?:《?(?:政府信息公开)?条例》?)?(?:第二十|信息内容|该部分)/,
  },
  requests: {
    number: 3,
    names: ['收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请的情况', '收到和处理政府信息公开'],
    keywords:
      /^[^。;,:|、]{0,8}?(?:(?:收到|受理|接收)[^。;,:|]{0,3}?(?:处理|办理|答复)[^。;,:|]{0,10}?申请(?:的?情况)?|依?申请公开[^。;,:|、]{0,8}?(?:办理|处理|答复)的?情况|(?:政府)?信息公开申请[^。;,:|]{0,8}?(?:处理|办理|答复)的?情况)/,
    follows: /^(?:[(|*]{0,3})(?:本列数据|申请人情况|该部分)/,
  },
  disputes: {
    number: 4,
    names: ['政府信息公开行政复议、行政诉讼情况', '因政府信息公开工作被申请行政复议、提起行政诉讼情况', '行政复议、行政诉讼情况'],
    keywords: /^[^。;,:|]{0,16}?复议[^。;:|]{0,10}?诉讼[^。;,:|、]{0,4}?情况/,
    follows: /^(?:[(|*]{0,3})(?:行政复议|结果维持|该部分)/,
  },
  problems: {
    number: 5,
    names: ['存在的主要问题及改进情况', '政府信息公开工作存在的主要问题及改进情况', '存在的问题及改进措施'],
    keywords:
      /^[^。;:|]{0,16}?(?:问题|不足|困难)[^。;:|]{0,8}?(?:改进|整改|下一?步|今后|措施|对策)[^。;,:|、]{0,6}?(?:情况|措施|打算|方向|计划|安排|工作|思路|意见|办法)|^存在的?(?:主要)?(?:问题|不足|困难)/,
    follows: /^(?:[(]一[)]|存在|主要问题|20\d\d年|虽然)/,
  },
  other: {
    number: 6,
    names: ['其他需要报告的事项', '其他需要说明的事项', '需要报告的其他事项'],
    keywords:
      /^[^。;,:|、]{0,8}?(?:其[他它][^。;,:|、]{0,6}?(?:报告|说明)的?(?:事项|情况|问题)|(?:需要?|应当?|须)(?:报告|说明)的其[他它]事项|其[他它]事项)/,
    follows: /^(?:无|本|根据|按照|20\d\d年|[(]一[)]|收取|依申请)/,
  },
} as const satisfies Record<string, SectionHeading>

/** One of these words stands in every heading: the cheap first look. */
export const headingWords = /情况|概[述况]|总结|成效|公开|问题|不足|困难|其[他它]|需要|事项/

/** A caption under a chart (`图2 网站主动公开信息情况`) is no heading, however like one it is. */
export const chartCaption: RegExp = /^附?图[一二三四五六七八九十\d]{1,3}/

/** Row labels of table 3 that are numbered as the sections are (一、本年新收… to 四、结转…). */
export const rowLabelsLikeHeadings: readonly string[] = [
  requestRows.newlyReceived,
  requestRows.carriedOver,
  requestRows.carriedForward,
  requestGroups.outcomes,
].flatMap(({ text, aliases }) => [text, ...aliases])

/** Labels that begin a table: from here on a section's lines are its table's, not prose. */
export const tableBeginnings: RegExp = new RegExp(
  `^[|\\s]*(?:(?:《?条例》?)?第二十一?条|${disclosureCorner.text}|[(（]?本列数据|申请人情况|行政复议$|行政复议[|\\s]|结果维持)`,
)

/** A table glued to what stands before it in a line. */
export const inlineTable =
  /第二十一?条\s*(?:第?\s*[（(]\s*[一五六八九]\s*[）)]\s*项)?[\s|]*信息内容|[（(]\s*本列数据的?勾稽关系|行政复议[\s|]*行政诉讼[\s|]*结果维持/

/** What follows or precedes a section's name where it is only named, in a list of the parts or in passing. */
export const listed = {
  before: /(?:[、,;:“"《〈'‘(]|由|包括|包含|含|分为|涵盖|和|及|与|以及|括)$/,
  after: /^(?:[、,;”"》〉'’]|和|及(?!改)|与|以及|等|共|[一二三四五六七八九\d]个?(?:大)?部分|六大?部分|部分|组成|构成)/,
} as const

/** Words that carry a sentence on after a name that was no heading. */
export const sentenceGoesOn = /^(?:的|等|如下|见|是|为|进行|作|已|较|中|将|在|表$)/

export interface SubsectionTitle {
  /** The name as the form's explanation gives it first, then its other forms. */
  readonly names: readonly string[]
  /** Decisive words. */
  readonly keywords: RegExp
}

/** Subsections of 一、总体情况. */
export const subsectionTitles = {
  disclosure: {
    names: ['主动公开', '主动公开政府信息', '公开政府信息', '政府信息主动公开'],
    keywords: /主动公开|公开政府信息|公开信息/,
  },
  requests: { names: ['依申请公开', '依申请公开政府信息', '政府信息依申请公开'], keywords: /依申请|申请公开|公开申请/ },
  management: {
    names: ['政府信息管理', '政府信息资源管理', '信息管理'],
    keywords: /信息(?:公开)?(?:工作)?(?:资源)?(?:规范化?)?管理/,
  },
  platforms: {
    names: ['政府信息公开平台建设', '政府信息公开平台', '公开平台建设', '平台建设', '公开平台'],
    keywords: /平台|公开渠道|公开载体/,
  },
  supervision: {
    names: ['监督保障', '政府信息公开监督保障', '监督和保障', '公开监督保障', '监督管理'],
    keywords: /监督|保障机?制?$|考核/,
  },
} as const satisfies Record<string, SubsectionTitle>

/** Endings that may follow a subsection's name. */
export const subsectionEndings: readonly string[] = ['工作情况', '的情况', '情况', '方面', '工作', '建设']

/** Lines of a web page's foot, or of the page around the report. */
export const pageFurniture =
  /扫一扫|[【[(]?(?:打印|关闭)(?:本页|窗口|页面)?[】\])]|^(?:打印|关闭)|上一[篇条]|下一[篇条]|分享到|版权所有|网站地图|ICP备|浏览次数|访问次数|责任编辑|相关(?:链接|文章|附件)|返回顶部|主办(?:单位)?[:：]|承办(?:单位)?[:：]|网站标识码|公网安备/

/** How a sentence of a subsection begins, where it is glued to the subsection's title. */
export const sentenceStarts =
  /^(?:\d|20\d\d|[今本去全]年|我[镇乡局县区市委办街院处]|本[镇乡机局单街]|全[镇乡局县区市街]|未|无|截[至止]|通过|共|严格|按照|根据|认真|积极|进一步|及时|建立|印发|在|依托|加强|不断|一是)/

/** Labels that no text but the form has, by table: some of them stand in every report whose tables are text. */
export const telltaleLabels: Readonly<Record<'disclosure' | 'requests' | 'disputes', readonly string[]>> = {
  disclosure: [
    disclosureCorner,
    articleItems.rules,
    articleItems.licensing,
    articleItems.penalties,
    articleItems.fees,
    disclosureColumns.issued,
    disclosureColumns.repealed,
    disclosureColumns.inForce,
    disclosureColumns.decisions2021,
    disclosureColumns.newlyMade,
    disclosureColumns.newlyDisclosed,
    disclosureColumns.itemsLastYear,
  ].map(label => label.text),
  requests: [
    ...requestNotes,
    requestRows.newlyReceived,
    requestRows.carriedOver,
    requestRows.carriedForward,
    requestGroups.outcomes,
    requestRows['denied.securityAndStability'],
    requestRows['denied.deliberativeProcess'],
    requestRows['unavailable.requiresCreation'],
    requestRows['notProcessed.publishedMaterial'],
    requestRows['notProcessed.excessiveRequests'],
  ].map(label => label.text),
  disputes: [
    ...disputeGroups.directLitigation.slice(1),
    ...disputeGroups.litigationAfterReview.slice(1),
    disputeResults.upheld,
    disputeResults.corrected,
    disputeResults.pending,
  ].map(label => label.text),
}

/** A line that says what the document is instead: an explanation of a report, a notice about reports, statistics of a part of the year, a summary. */
export const otherDocuments: readonly RegExp[] = [
  /(?:文字|图文|图片|一图|政策|图表)?(?:解读|读懂|问答)[^。]{0,50}(?:年度?报告|年报|信息公开)|(?:年度?报告|年报)[^。,]{0,8}(?:解读|问答)/,
  /^[^。]{4,60}(?:的)?通知$/,
  /^[^。]{0,40}(?:上半年|下半年|半年度|第[一二三四]季度|[一二三四]季度|\d{1,2}月份)[^。]{0,20}(?:信息公开|政务公开|依申请公开)[^。]{0,16}(?:统计|情况|报表|报告|总结)[^。]{0,3}$/,
  /^[^。]{0,40}(?:信息公开|政务公开)[^。]{0,6}(?:工作)?(?:总结|要点|方案|指南|目录|制度)(?:及[^。]{2,20})?$/,
]

/** Headings of pages that explain a report. */
export const explanationHeadings: RegExp =
  /^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.]{1,2})?(?:编制|起草|出台)?(?:背景|依据|目的|过程)[:。]?$|^(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.]{1,2})?(?:主要内容|统计期限|重点内容|解读机关|解读人)/

/** Headings and column heads that only reports from before 2019 have; one pattern a kind. */
export const olderHeadings: readonly RegExp[] = [
  /^概述$/,
  /^(?:政府信息)?依申请公开(?:政府信息)?(?:和不予公开(?:政府信息)?|的?办理|的?受理)(?:的)?情况$|^依申请公开政府信息情况$/,
  /^(?:政府信息公开的?)?(?:依申请公开政府信息)?收费(?:情况)?(?:及|和|与)(?:费用)?(?:减免|免收)的?情况$/,
  /^指标名称|^统计指标|^统计数$|主动公开政府信息数|^收到申请数|^申请办结数|^行政复议数量|^政府信息公开(?:情况)?统计表/,
  /^(?:政府信息公开)?(?:咨询|申诉|投诉)(?:处理)?情况$|^政府信息公开(?:组织)?(?:机构|人员)(?:建设)?(?:和|及)?[^。]{0,8}情况$/,
]

/** Headings that they share with later ones: they count, but prove nothing. */
export const olderOrNot: readonly RegExp[] = [
  /^(?:政府信息)?主动公开(?:政府信息)?的?情况$/,
  /^(?:政府信息)?依申请公开(?:政府信息)?(?:工作)?的?情况$/,
  /^(?:因政府信息公开)?(?:申请|提起)?(?:的)?行政复议(?:和|及)?(?:提起)?(?:行政)?诉讼(?:申诉)?(?:的)?情况$/,
  /^(?:政府信息公开)?(?:工作)?(?:存在的?)?(?:主要)?(?:不足|问题)[^。]{0,4}(?:改进|整改|工作安排|工作打算)(?:措施|情况)?$/,
]

/** The first year reported on the form of 2019. */
export const firstYear = 2019
