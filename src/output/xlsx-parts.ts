/** The fixed parts of an .xlsx package. */
import type { Sheet } from './xlsx.ts'

export interface Style {
  bold?: boolean
  /** Background, `RRGGBB`. */
  fill?: string
  /** `RRGGBB`. */
  color?: string
  size?: number
  border?: boolean
  align?: 'left' | 'center' | 'right'
  wrap?: boolean
  /** Number format code, such as `0.00`; left out: General. */
  format?: string
}

export interface SheetComment {
  row: number
  column: number
  text: string
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Column letters: 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name
  return name
}

/** Text for XML: markup escaped, characters that XML forbids in the `_x001B_` form that spreadsheets read back. */
export const xmlText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      c => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`)

/** Styles as they are met; index 0 is the plain one. */
export class StyleSheet {
  private readonly indexes = new Map<string, number>([['{}', 0]])

  indexOf(style: Style): number {
    const key = JSON.stringify(style)
    const index = this.indexes.get(key) ?? this.indexes.size
    this.indexes.set(key, index)
    return index
  }

  xml(): string {
    const styles = [...this.indexes.keys()].map(key => JSON.parse(key) as Style)
    const fonts = styles.map(
      ({ bold, color, size = 11 }) =>
        `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color === undefined ? '' : `<color rgb="FF${color}"/>`}<name val="宋体"/><charset val="134"/></font>`,
    )
    // Fills 0 and 1 are reserved by the format.
    const fills = styles.map(({ fill }) =>
      fill === undefined
        ? '<fill><patternFill patternType="none"/></fill>'
        : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
    )
    const side = (name: string) => `<${name} style="thin"><color rgb="FF808080"/></${name}>`
    const box = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`
    const formats = styles.flatMap(({ format }, i) =>
      format === undefined ? [] : [`<numFmt numFmtId="${164 + i}" formatCode="${xmlText(format)}"/>`],
    )
    const cells = styles.map(({ border, align, wrap, format }, i) => {
      const alignment = `<alignment${align === undefined ? '' : ` horizontal="${align}"`} vertical="center"${wrap ? ' wrapText="1"' : ''}/>`
      return `<xf numFmtId="${format === undefined ? 0 : 164 + i}" fontId="${i}" fillId="${i + 2}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
    })
    const list = (name: string, items: readonly string[]) =>
      items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
    return `${xmlHead}<styleSheet xmlns="${main}">${list('numFmts', formats)}${list('fonts', fonts)}${list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      ...fills,
    ])}${list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', box])}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', cells)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

/** A sheet's name as Excel allows it: at most 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string => xmlText(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))

export function workbookXml(sheets: readonly Sheet[]): string {
  const tabs = sheets.map(({ name }, i) => `<sheet name="${sheetName(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const names = sheets.flatMap(({ name, repeatRows }, i) =>
    repeatRows === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${sheetName(name).replaceAll("'", "''")}'!$1:$${repeatRows}</definedName>`,
        ],
  )
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${tabs.join('')}</sheets>${defined}<calcPr fullCalcOnLoad="1"/></workbook>`
}

export function workbookRelationsXml(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  return `${xmlHead}<Relationships xmlns="${packageRelations}">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

export const packageRelationsXml = `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export const sheetRelationsXml = (number: number): string =>
  `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/><Relationship Id="rId2" Type="${relations}/comments" Target="../comments${number}.xml"/></Relationships>`

/** `commented[i]`: whether sheet i has comments. */
export function contentTypesXml(commented: readonly boolean[]): string {
  const parts = commented.flatMap((has, i) => [
    `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
    ...(has ? [`<Override PartName="/xl/comments${i + 1}.xml" ContentType="${contentType}.comments+xml"/>`] : []),
  ])
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${parts.join('')}</Types>`
}

export function commentsXml(comments: readonly SheetComment[]): string {
  const list = comments.map(
    ({ row, column, text }) =>
      `<comment ref="${columnName(column)}${row}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`,
  )
  return `${xmlHead}<comments xmlns="${main}"><authors><author>ogi</author></authors><commentList>${list.join('')}</commentList></comments>`
}

/** The boxes of the comments: spreadsheets still want them in VML. */
export function drawingXml(comments: readonly SheetComment[]): string {
  const shapes = comments.map(
    ({ row, column, text }, i) =>
      `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1},10,${Math.max(0, row - 2)},5,${column + 5},20,${row + 2 + Math.ceil(text.length / 24)},5</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  )
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`
}
