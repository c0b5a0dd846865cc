import { formatNumber } from './number-format.ts'
import type { Styles } from './styles.ts'
import { child, integerOf, toggleOf, valOf, type XmlElement } from './xml.ts'

interface Level {
  start: number
  format: string
  /** `（%1）`: `%n` stands for the counter of level n. */
  text: string
  suffix: string
  legal: boolean
  /** Restarts after this level (from 1) only; 0 never; undefined after any higher one. */
  restart: number | undefined
  style: string | undefined
  hidden: boolean
}

interface Definition {
  key: string
  levels: Map<number, Level>
  /** Its levels are those of another list, which this numbering style names. */
  styleLink: string | undefined
}

interface Instance {
  definition: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

/** Counts the paragraphs of a document's lists, in document order. */
export interface Numbering {
  /** The number of the next paragraph of a list, as it is printed, with what separates it from the text; '' for a bullet. */
  next(numId: number, level: number): string
  /** The level at which a list numbers paragraphs of a style. */
  levelOfStyle(numId: number, style: string): number | undefined
}

/** numbering.xml: abstractNum (the definition) ← num (an instance, may restart or redefine levels) ← paragraph. */
export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const definitions = new Map<string, Definition>()
  const instances = new Map<number, Instance>()
  for (const element of child(root, 'w:numbering')?.children ?? []) {
    if (element.name === 'w:abstractNum') {
      const key = element.attributes['w:abstractNumId'] ?? ''
      definitions.set(key, { key, levels: levelsIn(element), styleLink: valOf(element, 'w:numStyleLink') })
    } else if (element.name === 'w:num') {
      const id = Number(element.attributes['w:numId'])
      const instance: Instance = { definition: valOf(element, 'w:abstractNumId') ?? '', starts: new Map(), levels: new Map() }
      for (const override of element.children) {
        if (override.name !== 'w:lvlOverride') continue
        const level = Number(override.attributes['w:ilvl'] ?? 0)
        const start = integerOf(override, 'w:startOverride')
        if (start !== undefined) instance.starts.set(level, start)
        for (const [at, redefined] of levelsIn(override)) instance.levels.set(at, redefined)
      }
      if (Number.isSafeInteger(id)) instances.set(id, instance)
    }
  }

  const definitionOf = (numId: number, hops = 0): Definition | undefined => {
    const definition = definitions.get(instances.get(numId)?.definition ?? '')
    if (definition?.styleLink === undefined || hops > 4) return definition
    const linked = styles.numberingOf(definition.styleLink)
    return linked && linked.numId !== numId ? definitionOf(linked.numId, hops + 1) : definition
  }
  const levelOf = (numId: number, level: number): Level | undefined =>
    instances.get(numId)?.levels.get(level) ?? definitionOf(numId)?.levels.get(level)

  /** Counters belong to the definition: two instances of one list count on, unless one says where it starts. */
  const counters = new Map<string, (number | undefined)[]>()
  const restarted = new Set<string>()

  return {
    next(numId, level) {
      const definition = definitionOf(numId)
      const own = levelOf(numId, level)
      if (!definition || !own) return ''
      const counts = counters.get(definition.key) ?? []
      counters.set(definition.key, counts)
      const start = instances.get(numId)?.starts.get(level)
      const first = start !== undefined && !restarted.has(`${numId} ${level}`)
      restarted.add(`${numId} ${level}`)
      const before = counts[level]
      counts[level] = first ? start : before === undefined ? own.start : before + 1
      for (let deeper = level + 1; deeper < 9; deeper++) {
        const restart = levelOf(numId, deeper)?.restart
        if (restart === undefined || (restart > 0 && level < restart)) counts[deeper] = undefined
      }
      if (own.hidden || own.format === 'bullet') return ''
      const number = own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const one = levelOf(numId, at)
        return formatNumber(counts[at] ?? one?.start ?? 1, own.legal ? 'decimal' : (one?.format ?? 'decimal'))
      })
      return number === '' ? '' : number + own.suffix
    },
    levelOfStyle(numId, style) {
      for (const [level, { style: named }] of definitionOf(numId)?.levels ?? []) if (named === style) return level
      return undefined
    },
  }
}

function levelsIn(element: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of element.children) {
    if (level.name !== 'w:lvl') continue
    const text = valOf(level, 'w:lvlText') ?? ''
    const formatElement = child(level, 'w:numFmt') ?? child(child(child(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt')
    levels.set(Number(level.attributes['w:ilvl'] ?? 0), {
      start: integerOf(level, 'w:start') ?? 0,
      format: formatElement?.attributes['w:val'] ?? 'decimal',
      text,
      suffix: suffixOf(valOf(level, 'w:suff') ?? 'tab', text),
      legal: toggleOf(level, 'w:isLgl') ?? false,
      restart: integerOf(level, 'w:lvlRestart'),
      style: valOf(level, 'w:pStyle'),
      hidden: toggleOf(child(level, 'w:rPr'), 'w:vanish') ?? false,
    })
  }
  return levels
}

/** `、` and `）` bring their own space on paper; after `1.` or `1` a gap keeps the number apart from a figure. */
const suffixOf = (suffix: string, text: string): string => (suffix === 'nothing' || /[、）】〕．：]$/.test(text) ? '' : ' ')
