/** Round numbers for axes. */

/** At most about `count` round steps from 0 to beyond `most`. */
export function ticks(most: number, count = 4): number[] {
  if (!(most > 0)) return [0, 1]
  const rough = most / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10) * power
  const found = [0]
  for (let at = step; found.length < 20; at += step) {
    found.push(Number(at.toPrecision(12)))
    if (at >= most) break
  }
  return found
}

/** `12k`, `3.4M`, in Chinese `1.2万`, `3亿`: figures of an axis, where room is short. */
export function shortFigure(value: number, language: 'zh' | 'en'): string {
  const units: readonly (readonly [number, string])[] =
    language === 'zh'
      ? [
          [1e8, '亿'],
          [1e4, '万'],
        ]
      : [
          [1e6, 'M'],
          [1e3, 'k'],
        ]
  const unit = units.find(([size]) => Math.abs(value) >= size)
  return unit ? `${Number((value / unit[0]).toPrecision(3))}${unit[1]}` : String(Number(value.toPrecision(6)))
}
