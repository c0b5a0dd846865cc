import type { Log } from '../../diagnostic/diagnostic.ts'
import { subsectionTitles } from '../../form/headings.ts'
import { keysIn } from '../../locate/subsections.ts'
import { subsectionKeys } from '../../model/report.ts'
import type { Examined } from '../rule.ts'

/**
 * What the sections of prose have to hold (国办公开办函〔2021〕30号): section 一 its five matters,
 * section 五 the problems and what is done about them. A section 五 that says 无 is a finding, because
 * the form asks for problems; a matter of section 一 without a title of its own is only remarked, since
 * many reports tell all five in running text. Order and numbers of the headings are looked at where they
 * are found (`locate/outline.ts`).
 *
 * @example
 *   overview/disclosure: 主动公开信息三百条。
 *   problems: 存在的主要问题：一是解读较少。二是更新较慢。改进情况：一是多解读。二是常更新。
 *   → nothing
 *
 * @example
 *   problems: 无。
 *   → problems/none
 *
 * @example
 *   problems: 存在的主要问题：一是解读较少。二是更新较慢。改进情况：一是多解读。
 *   → nothing
 *   → info problems/unpaired
 *
 * @example
 *   overview/disclosure: 主动公开信息三百条。
 *   → nothing
 *   → info section/subsection-missing
 */
export function sectionContent({ report }: Examined, log: Log): void {
  const { overview, problems } = report.sections
  const titled = new Set(overview.subsections.flatMap(({ key, heading }) => [key, ...keysIn(heading)]))
  const found = subsectionKeys.filter(key => titled.has(key))
  if (found.length > 0 && found.length < subsectionKeys.length) {
    const missing = subsectionKeys.filter(key => !titled.has(key)).map(key => subsectionTitles[key].names[0])
    log.add('section/subsection-missing', { place: overview.place ?? {}, args: { missing: missing.join('、') } })
  }
  if (!problems.present) return
  const place = problems.place ?? {}
  if (report.problems.none) log.add('problems/none', { place, args: { quote: problems.text.slice(0, 60) } })
  const alone = report.problems.items.filter(({ number, problem, improvement }) => number !== null && (!problem || !improvement))
  for (const { number, problem, improvement } of alone) {
    const statement = problem ?? improvement
    log.add('problems/unpaired', {
      place: statement?.place ?? place,
      args: { number, quote: statement?.text.slice(0, 60) ?? '' },
    })
  }
}
