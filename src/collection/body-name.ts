/**
 * When two names are of one body. 溪口镇 · 溪口镇人民政府 · 奉化区溪口镇 · 宁波市奉化区溪口镇人民政府
 * are; 宁波市教育局 and 奉化区教育局 are not.
 */
import { nationalPrefix, noRegion } from '../form/issuers.ts'
import { compact, toHalfWidth } from '../text/normalize.ts'

export interface NameParts {
  /** The whole name without what only says the same at greater length (人民政府 after a town, 办事处 after 街道). */
  core: string
  /** Regions in front of the body's own name, outermost first. */
  regions: readonly string[]
  /** The body's own name. */
  local: string
}

/** A region in front of a name, at most 12 characters before its last: 黔西南布依族苗族自治州; 赵县. */
const region = /^(?:[^省市州盟县区旗]{2,12}?(?:自治区|地区|[省市州盟县区旗])|[^省市州盟县区旗]县)/
/** What cannot be a body's own name without what stands before it. */
const bare = /^(?:镇|乡|街道|苏木|村|政府|人民政府|管委会|管理委员会|办事处|委员会|局|厅|机关|本级)$/

/** Takes a body's name apart. O(length). */
export function nameParts(name: string): NameParts {
  const folded = toHalfWidth(compact(name)).replace(/[()]/g, '').replace(nationalPrefix, '')
  const core = folded
    .replace(/(.)人民政府办公[室厅]$/, '$1政府办公室')
    .replace(/(.)政府办$/, '$1政府办公室')
    .replace(/本级$/, '')
    .replace(/(.)人民政府$/, '$1')
    .replace(/([镇乡省市县区旗州盟])政府$/, '$1')
    .replace(/街道(?:办事处|办)$/, '街道')
    .replace(/管理委员会$/, '管委会')
  const regions: string[] = []
  let local = core
  for (let i = 0; i < 4; i++) {
    const match = region.exec(local)
    if (!match || noRegion.test(match[0])) break
    const rest = local.slice(match[0].length)
    if (rest.length < 2 || bare.test(rest)) break
    regions.push(match[0])
    local = rest
  }
  // 区教育局, 县政府办公室: says of which rank its region is, but not which one.
  const unnamed = /^[省市县区旗州盟](?=政府办公室$|.{1,20}(?:局|委|厅|办)$)/.exec(local)
  if (unnamed && !local.startsWith('市政') && !local.startsWith('市场') && !local.startsWith('区域')) local = local.slice(1)
  return { core, regions, local }
}

/** Towns and streets are told apart by any region above them; departments only by the one they belong to. */
export const isTownName = (local: string): boolean => /[镇乡]$|街道$|苏木$/.test(local)
