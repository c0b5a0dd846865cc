import type { Log } from '../../diagnostic/diagnostic.ts'
import { sectionHeadings } from '../../form/headings.ts'
import { labelKey } from '../../text/label.ts'
import type { Examined } from '../rule.ts'

/**
 * Text that is last year's: the share of a section's sentences, by length, that stand in the same body's
 * report on the year before, figures and years apart. Official prose repeats itself, so that only a
 * section of some length is looked at, and only a share of nine tenths is a finding. Section 六 and the
 * sections of tables are not looked at: they say the same every year.
 *
 * @example
 *   last overview: 我镇高度重视政务公开工作，成立了领导小组。全年召开专题会议三次，印发了工作要点，明确了责任分工。组织了业务培训，提高了工作人员的能力。完善了信息发布审查制度，做到先审查后公开。拓宽了公开渠道，方便群众查询和监督。
 *   overview: 我镇高度重视政务公开工作，成立了领导小组。全年召开专题会议三次，印发了工作要点，明确了责任分工。组织了业务培训，提高了工作人员的能力。完善了信息发布审查制度，做到先审查后公开。拓宽了公开渠道，方便群众查询和监督。
 *   → history/copied-text
 *
 * @example
 *   last overview: 我镇高度重视政务公开工作，成立了领导小组。全年召开专题会议三次，印发了工作要点，明确了责任分工。组织了业务培训，提高了工作人员的能力。完善了信息发布审查制度，做到先审查后公开。拓宽了公开渠道，方便群众查询和监督。
 *   overview: 我镇高度重视政务公开工作，成立了领导小组。今年新建了公开专区，配备了查询设备，安排了专人值守。对网站栏目作了调整，归并了重复的栏目，更新了公开指南。举办了公众开放日活动，听取了群众意见。
 *   → nothing
 */
export function copiedText(now: Examined, earlier: Examined, log: Log): void {
  for (const key of ['overview', 'problems'] as const) {
    const section = now.report.sections[key]
    const before = new Set(sentencesOf(earlier.report.sections[key].text).map(({ key: same }) => same))
    const sentences = sentencesOf(section.text)
    const length = (list: typeof sentences) => list.reduce((sum, sentence) => sum + sentence.key.length, 0)
    const copied = sentences.filter(sentence => before.has(sentence.key))
    if (length(sentences) < 80 || length(copied) < 0.9 * length(sentences)) continue
    const longest = copied.toSorted((a, b) => b.key.length - a.key.length).slice(0, 3)
    log.add('history/copied-text', {
      place: section.place ?? {},
      args: {
        section: sectionHeadings[key].names[0] ?? key,
        percent: Math.round((100 * length(copied)) / length(sentences)),
        passages: longest.map(({ text }) => text.slice(0, 40)).join('” “'),
      },
    })
  }
}

/** Sentences with a key that leaves out figures and punctuation; short ones say nothing. */
function sentencesOf(text: string): { text: string; key: string }[] {
  return text
    .split(/[。！；\n]/)
    .slice(0, 2000)
    .map(sentence => ({ text: sentence.trim(), key: labelKey(sentence).replace(/\d+/g, '') }))
    .filter(({ key }) => key.length >= 8)
}
