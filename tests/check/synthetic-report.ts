/** Whole reports without faults, made from a seed: tables that add up, and prose that says what they say. */
import type { EditionId } from '../../src/form/form.ts'
import type { Cell } from '../../src/model/cell.ts'
import type { ReportModel, Section } from '../../src/model/report.ts'
import { toHtml } from '../../src/output/document.ts'
import { readCell, reportWith } from './clean-report.ts'
import { randomFigures, randomFrom } from './random-figures.ts'

export interface Draft {
  issuer: string
  year: number
  edition: EditionId
  figures: Map<string, number | null>
  /** What the prose says, kept apart from the tables so that either can be made wrong. */
  said: {
    items: number
    itemsBefore: number
    channels: [number, number, number]
    received: number
    readingPoints: number
    trainings: number
  }
  headings: [string, string, string, string, string, string]
  opening: string
}

const bodies = ['溪口镇', '尚田镇', '莼湖街道', '江口乡', '裘村镇', '大堰镇', '松岙镇', '西坞街道']

export function draftOf(seed: number, edition: EditionId = '2021'): Draft {
  const random = randomFrom(seed * 7919 + 13)
  const upTo = (limit: number) => Math.floor(random() * (limit + 1))
  const figures = randomFigures(seed, edition)
  const year = edition === '2021' ? 2021 + upTo(3) : 2019 + upTo(1)
  const received = figures.get('requests.newlyReceived.total') ?? 0
  const first = upTo(received)
  const second = upTo(received - first)
  const itemsBefore = 50 + upTo(900)
  const body = bodies[upTo(bodies.length - 1)] ?? '溪口镇'
  return {
    issuer: body.endsWith('街道') ? `${body}办事处` : `${body}人民政府`,
    year,
    edition,
    figures,
    said: {
      items: itemsBefore + 1 + upTo(300),
      itemsBefore,
      channels: [first, second, received - first - second],
      received,
      readingPoints: 1 + upTo(40),
      trainings: 1 + upTo(9),
    },
    headings: [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ],
    opening: `${year}年，我单位按照上级部署推进政务公开。`,
  }
}

const percent = (now: number, before: number): string => (((now - before) / before) * 100).toFixed(1)

/** The prose and the tables of a draft as one HTML page, as an office would save it. */
export function pageOf(draft: Draft): string {
  const { issuer, year, figures, said } = draft
  const figure = (id: string) => figures.get(id) ?? 0
  const total = (row: string) => figure(`requests.${row}.total`)
  const lawsuits = figure('disputes.directLitigation.total') + figure('disputes.litigationAfterReview.total')
  const cells = new Map(
    [...figures].map(([id, value]): [string, Cell] => [
      id,
      value === null ? { ...readCell(0), value: null, raw: '', status: 'blank' } : readCell(value),
    ]),
  )
  const report: ReportModel = {
    ...reportWith(cells, draft.edition),
    title: `${issuer}${year}年政府信息公开工作年度报告`,
    issuer,
    year,
  }
  const [one, two, three, four, five, six] = draft.headings
  const section = (heading: string, lines: string[], titles: string[] = []): Section => ({
    present: true,
    heading,
    place: null,
    text: lines.join('\n'),
    subsections: titles.map(title => ({ key: null, heading: title, text: '', place: {} })),
  })
  const titles = ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理', '（四）政府信息公开平台建设', '（五）监督保障']
  report.sections = {
    overview: section(
      one,
      [
        draft.opening,
        titles[0] ?? '',
        `全年主动公开政府信息${said.items}条，比${year - 1}年增加${percent(said.items, said.itemsBefore)}%。作出行政处罚${figure('disclosure.penalties.decisions')}件。`,
        titles[1] ?? '',
        `全年收到政府信息公开申请${said.received}件，其中信函申请${said.channels[0]}件、当面申请${said.channels[1]}件、网络申请${said.channels[2]}件；上年结转${total('carriedOver')}件。办结${total('outcomesTotal')}件，结转下年度${total('carriedForward')}件。因政府信息公开被申请行政复议${figure('disputes.administrativeReview.total')}件，被提起行政诉讼${lawsuits}件。`,
        titles[2] ?? '',
        '严格执行信息发布审查制度，做到先审查后公开。',
        titles[3] ?? '',
        `设置信息公开查阅点${said.readingPoints}个，方便群众查询。`,
        titles[4] ?? '',
        `开展业务培训${said.trainings}次，公开情况列入年终考核。`,
      ],
      titles,
    ),
    disclosure: section(two, []),
    requests: section(three, []),
    disputes: section(four, []),
    problems: section(five, ['存在的主要问题：一是解读形式单一。二是更新不够及时。', '改进情况：一是增加图解。二是按季度检查。']),
    other: section(six, ['本年度未收取信息处理费。']),
  }
  return toHtml(report)
}

export const nameOf = ({ issuer, year }: Draft): string => `${issuer}${year}年年报.html`
