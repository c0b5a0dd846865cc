/** Automatic numbers as Word writes them: the formats of ST_NumberFormat that Chinese documents use; others as decimals. */

const chinese = [...'零一二三四五六七八九']
const legal = [...'零壹贰叁肆伍陆柒捌玖']
const legalTraditional = [...'零壹貳參肆伍陸柒捌玖']
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

/** 12 → 十二, 110 → 一百一十: digits before their units, one 零 for a gap. `bareTen`: 十二, not 一十二. */
function withUnits(value: number, digits: readonly string[], units: readonly string[], bareTen: boolean): string {
  let out = ''
  let gap = false
  const places = [...String(value)].map(Number)
  for (const [i, digit] of places.entries()) {
    const unit = places.length - 1 - i
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    if (gap) out += digits[0]
    gap = false
    const bare = bareTen && digit === 1 && unit === 1 && i === 0
    out += `${bare ? '' : digits[digit]}${unit === 0 ? '' : units[unit - 1]}`
  }
  return out
}

const positional = (value: number): string =>
  [...String(value)].map(digit => (digit === '0' ? '〇' : chinese[Number(digit)])).join('')

function roman(value: number): string {
  const steps = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const // biome-ignore format: a table
  let left = value
  let out = ''
  for (const [size, sign] of steps) for (; left >= size; left -= size) out += sign
  return out
}

/** a … z, aa … zz, as Word counts: the same letter repeated. */
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(10, Math.ceil(value / 26)))

/** The character at `base` for 1, for as far as Unicode goes on. */
const from = (base: number, last: number) => (value: number) =>
  value <= last ? String.fromCharCode(base + value - 1) : String(value)
const circled = (value: number): string =>
  value <= 20 ? from(0x2460, 20)(value) : value <= 35 ? String.fromCharCode(0x3251 + value - 21) : value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : String(value) // biome-ignore format: three ranges

const units = ['十', '百', '千']
const legalUnits = ['拾', '佰', '仟']
const counting = (value: number) => withUnits(value, chinese, units, true)

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: value => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: value => roman(value).toLowerCase(),
  upperLetter: value => letter(value).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: value => (value > 99 ? positional(value) : counting(value)),
  chineseCountingThousand: counting,
  taiwaneseCounting: value => (value > 99 ? positional(value) : counting(value)),
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  ideographDigital: positional,
  chineseLegalSimplified: value => withUnits(value, legal, legalUnits, false),
  ideographLegalTraditional: value => withUnits(value, legalTraditional, legalUnits, false),
  ideographTraditional: value => stems[value - 1] ?? String(value),
  ideographZodiac: value => branches[value - 1] ?? String(value),
  decimalFullWidth: value => String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3280, 10),
  none: () => '',
}

/** A counter's value in a format of ST_NumberFormat. Values that no list reaches come as decimals. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 || value > 9999) return format === 'none' ? '' : String(value)
  return (formats[format] ?? String)(value)
}
