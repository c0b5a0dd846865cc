import { describe, expect, test } from 'vitest'
import { csvLine } from '../../src/output/csv.ts'

describe('csvLine', () => {
  test.each([
    [['a', 1, null, ''], 'a,1,,""'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
    [[' padded'], '" padded"'],
    [['=1+1', '+1', '-', '@x', '\tx'], "'=1+1,'+1,'-,'@x,'\tx"],
    [["'quoted"], "''quoted"],
    [[-3, 0, 43.788], '-3,0,43.788'],
  ])('%o → %s', (fields, line) => {
    expect(csvLine(fields)).toBe(`${line}\r\n`)
  })
})
