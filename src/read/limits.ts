/**
 * Bounds on what one source may cost, unless the caller sets others. A report is some 20 kB of text; these leave it room a hundred
 * times over and keep a hostile file from taking the machine.
 */
export const readLimits = {
  /** A zip is opened in place and only the parts that are needed are inflated, so that photos in it cost nothing. */
  zipBytes: 512 * 1024 * 1024,
  zipEntries: 10_000,
  /** Inflated size of the parts that are read, together. */
  partBytes: 96 * 1024 * 1024,
  /** Inflated to packed: deflate reaches 1032; text of a document 5 to 40. Judged only above `ratioFrom` bytes. */
  ratio: 400,
  ratioFrom: 4 * 1024 * 1024,
  /** Bytes and characters of a text or HTML source; what follows is cut. */
  textBytes: 12 * 1024 * 1024,
  lines: 200_000,
  /** Open elements at once, in HTML and in document.xml; deeper ones are dissolved into their parents. */
  depth: 120,
  /** Elements of HTML that are kept, and of document.xml, where a line of text may be ten of them. */
  elements: 100_000,
  partElements: 300_000,
  /** Characters of a document's text, and of HTML when markup without meaning is gone. */
  documentText: 3 * 1024 * 1024,
  /** Paragraphs of a .docx, those in cells included: a report has some hundreds. */
  paragraphs: 15_000,
  /** Body of a .docx that is read a second time, by a converter that builds it in memory. */
  secondReadingBytes: 2 * 1024 * 1024,
}

export type ReadLimits = Readonly<typeof readLimits>
