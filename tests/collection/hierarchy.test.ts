import { describe, expect, test } from 'vitest'
import { below, parentsOf } from '../../src/collection/hierarchy.ts'
import type { Body } from '../../src/collection/roster.ts'

const body = (name: string, parent: string | null = null): Body => ({ name, aliases: [], kind: null, level: null, parent })
const collection = (...bodies: Body[]) => ({ bodies, counted: bodies.map(({ name }) => name) })

describe('who stands below', () => {
  test('by the roster, at any depth', () => {
    const found = collection(body('大江市'), body('东山县', '大江市'), body('甲镇', '东山县'), body('乙镇', '大江市'))
    expect(below(found, '东山县人民政府')).toEqual(['东山县', '甲镇'])
    expect(below(found, '大江市')).toHaveLength(4)
    expect(parentsOf(found.bodies)('甲镇')).toEqual(['东山县', '大江市'])
  })
  test('without one, by the region in their names', () => {
    const found = collection(body('东山县甲镇'), body('西山县甲镇'), body('乙镇'))
    expect(below(found, '东山县人民政府')).toEqual(['东山县甲镇', '乙镇'])
  })
  test('in the last resort, all', () => {
    expect(below(collection(body('甲镇'), body('乙镇')), '东山县')).toEqual(['甲镇', '乙镇'])
  })
})
