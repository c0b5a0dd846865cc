/**
 * The part of WordprocessingML (ECMA-376, part 1, clause 17) that a report is made of. An element is
 * read, or ignored on purpose, or it is unknown: then the document is read a second time by another
 * converter, and what the two do not agree on is in doubt.
 */

const words = (space: string, names: string): string[] =>
  names
    .trim()
    .split(/\s+/)
    .map(name => `${space}:${name}`)

/** Text, its containers and the properties that change what is read. */
export const readElements: ReadonlySet<string> = new Set([
  ...words('w', 'document body p r t tbl tr tc tab ptab br cr sym noBreakHyphen fldChar fldSimple'),
  ...words('w', 'pPr rPr trPr tcPr pStyle rStyle numPr ilvl numId outlineLvl vanish hidden'),
  ...words('w', 'gridBefore gridAfter gridSpan vMerge hMerge cellDel'),
  ...words('w', 'ins del moveFrom moveTo hyperlink smartTag customXml sdt sdtContent bdo dir ruby rubyBase'),
  ...words('w', 'footnoteReference endnoteReference commentReference altChunk subDoc'),
  ...words('w', 'drawing pict object txbxContent'),
  ...words('mc', 'AlternateContent Choice Fallback'),
])

/** Formatting, marks and earlier states: with everything in them, never text of the document. */
export const ignoredElements: ReadonlySet<string> = new Set([
  // Properties as they were before a tracked change, and text that was deleted.
  ...words('w', 'pPrChange rPrChange tblPrChange trPrChange tcPrChange tblGridChange tblPrExChange sectPrChange numberingChange'),
  ...words('w', 'delText delInstrText cellIns cellMerge'),
  // Properties of sections, tables and content controls.
  ...words('w', 'sectPr tblPr tblGrid tblPrEx sdtPr sdtEndPr smartTagPr customXmlPr fldData ffData rubyPr background'),
  // Codes of fields: their results are read.
  ...words('w', 'instrText'),
  // Reading aids above characters, and marks without text.
  ...words('w', 'rt proofErr permStart permEnd bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd'),
  ...words('w', 'moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd lastRenderedPageBreak softHyphen'),
  ...words('w', 'customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd'),
  ...words('w', 'customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd'),
  ...words('w', 'footnoteRef endnoteRef annotationRef separator continuationSeparator'),
  // Fields of the printing moment, which hold no text.
  ...words('w', 'pgNum dayShort dayLong monthShort monthLong yearShort yearLong'),
])

/** Their own elements are formatting, of which only what is read above counts. */
export const propertyElements: ReadonlySet<string> = new Set(words('w', 'pPr rPr trPr tcPr numPr'))

/** Graphics and formulas: text in them stands in the elements read above, or in `m:t`; all the rest is shape. */
export const graphicElements: ReadonlySet<string> = new Set([
  ...words('w', 'drawing pict object'),
  ...words('m', 'oMath oMathPara'),
])

/** Character data counts in these only. */
export const textElements: ReadonlySet<string> = new Set(['w:t', 'm:t'])

/** What styles and numbering say about looks: by far the most of these parts, and not read. */
export const formatting: ReadonlySet<string> = new Set([
  ...words(
    'w',
    'docDefaults latentStyles tblPr tblStylePr trPr tcPr rFonts b bCs i iCs color sz szCs kern lang spacing ind jc tabs',
  ),
  ...words(
    'w',
    'pBdr shd bdr u rsid uiPriority qFormat unhideWhenUsed semiHidden next link widowControl snapToGrid nsid tmpl lvlJc',
  ),
  ...ignoredElements,
])
