/** The first ten: both editions, several kinds of bodies, as .docx and flattened by tools. */
import { bodies } from '../bodies.mjs'
import { contact, legalBasis, partsList } from '../prose.mjs'

/** @typedef {import('../corpus.mjs').CaseSpec} CaseSpec */

const xikou = { key: 'xikou', issuer: '溪口镇', self: '我镇' }

/** The shape and the figures of a published report of a town; the prose is another. @param {Map<string, import('../cases.mjs').Truth>} figures */
function xikouFigures(figures) {
  for (const id of figures.keys()) figures.set(id, 0)
  figures.set('disclosure.penalties.decisions', 237)
  for (const row of ['newlyReceived', 'unavailable.notHeld', 'outcomesTotal']) {
    for (const column of ['naturalPerson', 'total']) figures.set(`requests.${row}.${column}`, 3)
  }
}

/** @type {CaseSpec[]} */
export const first = [
  {
    folder: '2021/xikou-2021',
    about: '一个镇的年报：三件申请都是不掌握，行政处罚 237 件，其余为零，数字前后有各种空格。',
    patterns: ['title/canonical', 'figures/zeros', 'cells/padding', 'tables/label-broken', 'text/cells'],
    spec: {
      body: xikou,
      issuer: ['溪口镇', '溪口镇人民政府'],
      year: 2021,
      edition: '2021',
      title: ['溪口镇2021年度政府信息公开工作报告'],
      preamble: [],
      padded: true,
      figures: xikouFigures,
      change: ({ blocks }) => {
        for (const block of blocks) {
          if (block.kind !== 'table') continue
          for (const cell of block.table.rows.flat()) {
            if (cell.label === 'row:denied.thirdPartyRights') cell.text = `${cell.text.slice(0, -1)}\n${cell.text.slice(-1)}`
          }
        }
      },
    },
    write: { docx: true, text: 'cells' },
    twins: true,
  },
  {
    folder: '2021/wangjiang-2022',
    about: '街道办事处，没有收到申请，表格全为零。',
    patterns: ['issuer/street', 'figures/zeros', 'preamble/basis'],
    spec: { body: bodies.street, year: 2022, edition: '2021', density: 'zeros' },
    write: { docx: true },
    twins: true,
  },
  {
    folder: '2021/jiaoyu-2023',
    about: '县教育局，每一格都有不同的数字。',
    patterns: ['issuer/bureau', 'figures/full', 'preamble/parts-list', 'preamble/contact'],
    spec: {
      body: bodies.bureau,
      year: 2023,
      edition: '2021',
      density: 'full',
      preamble: [legalBasis('云岫县教育局2023年政府信息公开工作年度报告', 2023), partsList(), contact],
    },
    write: { docx: true },
    twins: true,
  },
  {
    folder: '2021/yunxiu-2021',
    about: '县政府，三分之一的行有数字，为零的格子有一些没有填。',
    patterns: ['issuer/county', 'figures/some', 'cells/blank-some'],
    spec: { body: bodies.county, year: 2021, edition: '2021', density: 'some', blanks: 0.15 },
    write: { docx: true },
    twins: true,
  },
  {
    folder: '2021/baiyun-2022',
    about: '乡政府，零件申请，申请表里大多数格子空着。',
    patterns: ['issuer/township', 'cells/blank-most', 'subsections/inline'],
    spec: { body: bodies.township, year: 2022, edition: '2021', density: 'few', blanks: 0.7, subsections: 'inline' },
    write: { docx: true },
    twins: true,
  },
  {
    folder: '2021/linhu-2024',
    about: '开发区管委会，数字到七位，收费金额有小数。',
    patterns: ['issuer/zone', 'figures/large', 'cells/decimal'],
    spec: { body: bodies.zone, year: 2024, edition: '2021', density: 'large' },
    write: { docx: true },
  },
  {
    folder: '2019/shiqiao-2019',
    about: '镇，2019 年格式，少量申请。',
    patterns: ['form/2019', 'issuer/town', 'cells/change-signed'],
    spec: { body: bodies.town, year: 2019, edition: '2019', density: 'few' },
    write: { docx: true },
    twins: true,
  },
  {
    folder: '2019/yunxiu-2020',
    about: '县政府，2019 年格式，每格有数字，增减有正有负。',
    patterns: ['form/2019', 'figures/full', 'cells/change-signed', 'cells/decimal'],
    spec: { body: bodies.county, year: 2020, edition: '2019', density: 'full' },
    write: { docx: true },
  },
  {
    folder: '2019/gongan-2020',
    about: '公安分局，2019 年格式，处罚许可数量大，有空格。',
    patterns: ['form/2019', 'issuer/police', 'cells/blank-some'],
    spec: { body: bodies.police, year: 2020, edition: '2019', density: 'some', blanks: 0.2 },
    write: { docx: true },
  },
  {
    folder: '2019/shuiwu-2020',
    about: '税务局，2019 年格式，没有小标题。',
    patterns: ['form/2019', 'issuer/tax', 'subsections/none'],
    spec: { body: bodies.tax, year: 2020, edition: '2019', density: 'some', subsections: 'none' },
    write: { docx: true },
  },
]
