import { s } from '../dom.ts'
import { figure } from '../words.ts'

export interface FlowNode {
  name: string
  /** null: not known; it takes no room and says so. */
  value: number | null
  text: string
  colour: number
  /** The difference between both sides: hatched. */
  gap?: boolean
}

/** What came in at the left, what became of it at the right; each side as high as its sum. */
export function flowChart(sources: readonly FlowNode[], targets: readonly FlowNode[], width: number): SVGElement {
  const narrow = width < 560
  const line = narrow ? 38 : 34
  const height = Math.max(260, Math.max(sources.length, targets.length) * line + 40)
  const padding = narrow ? 10 : 14
  const block = 14
  const labelLeft = narrow ? 86 : 190
  const labelRight = narrow ? 112 : 230
  const total = Math.max(1, ...[sources, targets].map(side => side.reduce((sum, node) => sum + (node.value ?? 0), 0)))
  const gaps = Math.max(sources.length, targets.length) - 1
  const scale = (height - 30 - gaps * padding) / total

  const stack = (nodes: readonly FlowNode[]) => {
    const used = nodes.reduce((sum, node) => sum + Math.max(2, (node.value ?? 0) * scale), 0)
    const between = nodes.length > 1 ? Math.min(60, (height - 30 - used) / (nodes.length - 1)) : 0
    let y = 14 + Math.max(0, (height - 30 - used - between * (nodes.length - 1)) / 2)
    return nodes.map(node => {
      const tall = Math.max(2, (node.value ?? 0) * scale)
      const placed = { node, y, tall }
      y += tall + between
      return placed
    })
  }
  const left = stack(sources)
  const right = stack(targets)
  const [x1, x2] = [labelLeft + block, width - labelRight - block]
  // All that came in meets in the middle: which of it became what, no report says.
  const center = Math.round((x1 + x2) / 2 - block / 2)
  const centerTop = Math.max(14, (height - total * scale) / 2)
  const ribbon = (fromX: number, fromY: number, toX: number, toY: number, tall: number, look: string) => {
    const bend = (fromX + toX) / 2
    const path = `M${fromX},${fromY}C${bend},${fromY} ${bend},${toY} ${toX},${toY}V${toY + tall}C${bend},${toY + tall} ${bend},${fromY + tall} ${fromX},${fromY + tall}Z`
    return s('path', { d: path, class: `ribbon ${look}` })
  }
  const look = ({ gap, colour }: FlowNode) => (gap ? 'hatched' : `c${colour}`)
  let [into, outOf] = [centerTop, centerTop]
  const ribbons = [
    ...left.map(({ node, y }) => {
      const tall = (node.value ?? 0) * scale
      into += tall
      return tall <= 0 ? null : ribbon(x1, y, center, into - tall, tall, look(node))
    }),
    ...right.map(({ node, y }) => {
      const tall = (node.value ?? 0) * scale
      outOf += tall
      return tall <= 0 ? null : ribbon(center + block, outOf - tall, x2, y, tall, look(node))
    }),
    s('rect', { x: center, y: centerTop, width: block, height: Math.max(2, total * scale), class: 'spine' }),
  ]
  const nodes = (side: typeof left, x: number, anchor: 'start' | 'end') => {
    let lowest = 0
    return side.map(({ node, y, tall }) => {
      const at = Math.max(y + tall / 2 + (narrow ? -2 : 4), lowest)
      lowest = at + (narrow ? 34 : 18)
      const labelX = anchor === 'end' ? x - 8 : x + block + 8
      return [
        s(
          'rect',
          { x, y, width: block, height: tall, class: node.gap || node.value === null ? 'hatched' : `c${node.colour}` },
          s('title', {}, `${node.name} ${node.text}`),
        ),
        s(
          'text',
          { x: labelX, y: at, class: `tick ${anchor}` },
          node.name,
          narrow ? null : s('tspan', { class: 'strong', dx: 8 }, node.text),
        ),
        narrow ? s('text', { x: labelX, y: at + 15, class: `tick strong ${anchor}` }, node.text) : null,
      ]
    })
  }
  return s(
    'svg',
    { viewBox: `0 0 ${width} ${height + (narrow ? 26 : 8)}`, class: 'chart' },
    ribbons,
    nodes(left, labelLeft, 'end'),
    nodes(right, x2, 'start'),
  )
}

/** Both sides in words, for those who do not see it. */
export const flowLabel = (sources: readonly FlowNode[], targets: readonly FlowNode[]): string =>
  [sources, targets]
    .map(side => side.map(node => `${node.name} ${node.value === null ? node.text : figure(node.value)}`).join(', '))
    .join(' → ')
