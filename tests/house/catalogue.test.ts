import { describe, expect, test } from 'vitest'
import { type CatalogueEntry, catalogue } from '../../src/diagnostic/catalogue.ts'

const entries = Object.entries<CatalogueEntry>(catalogue)
const argumentsOf = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

const letters = (text: string, kind: RegExp) => text.match(kind)?.length ?? 0

describe.each(entries)('%s', (_code, entry) => {
  test('says what, why and what to do, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const { message, why, todo } = entry[language]
      for (const text of [message, why, todo]) expect(text.trim().length).toBeGreaterThan(3)
      // English may quote the form in Chinese, but is not Chinese.
      expect(letters(why, /[\u4e00-\u9fff]/g) > letters(why, /[a-z]/g)).toBe(language === 'zh')
    }
    expect(argumentsOf(entry.en.message)).toEqual(argumentsOf(entry.zh.message))
  })
})
