/** The words of made-up reports. Nothing here is taken from a report that exists. */

/** @typedef {import('./random.mjs').Random} Random */

/** Section titles of the form, without numbers, in order. */
export const sectionTitles = /** @type {const} */ ({
  overview: '总体情况',
  disclosure: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  disputes: '政府信息公开行政复议、行政诉讼情况',
  problems: '存在的主要问题及改进情况',
  other: '其他需要报告的事项',
})

export const sectionNumbers = ['一', '二', '三', '四', '五', '六']

export const subsectionTitles = ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']

/** @type {(random: Random, self: string, year: number) => string} */
export function openingOf(random, self, year) {
  return random.pick([
    `${year}年，${self}把公开当作日常工作来抓，年初定清单，年中看进度，年末对账，群众想看的事大多能在网上找到。`,
    `这一年，${self}围绕办事、用钱、用人三件事安排公开工作，办公室统一把关，各站所按月报送。`,
    `${year}年度，${self}对照条例逐条自查，补齐了旧栏目里的缺项，公开的时效比上年有所改善。`,
  ])
}

/** One paragraph for each of the five subsections. @type {(random: Random, self: string, year: number, received: number) => string[]} */
export function subsectionTexts(random, self, year, received) {
  const posted = random.int(40, 900)
  return [
    random.pick([
      `全年在网站和公众号发布各类信息${posted}条，内容以惠民补贴、工程招标和人事变动为主，每条都留有审核记录。`,
      `${self}共更新栏目内容${posted}条，其中涉及财政资金的${random.int(5, 39)}条；过期内容随发现随清理。`,
    ]),
    received === 0
      ? random.pick([
          `${year}年${self}未收到政府信息公开申请。`,
          `本年度${self}没有收到公民、法人和其他组织的公开申请，也没有上年结转的申请。`,
        ])
      : `${year}年${self}共收到政府信息公开申请${received}件，均按期登记、按期答复，答复前逐件由法律顾问看过。`,
    random.pick([
      `公文拟稿时同步注明公开属性，不公开的写明理由；归档后由专人每季抽查一次。`,
      `建立信息发布登记簿，谁起草、谁审核、谁上传，一事一行，随时可查。`,
    ]),
    random.pick([
      `便民服务大厅设有查阅角，配电脑${random.int(1, 4)}台；各村居公开栏每季度更换一次。`,
      `网站与公众号内容同源，改一处两处同改，避免了过去前后不一的毛病。`,
    ]),
    random.pick([
      `办公室安排专职人员${random.int(1, 3)}名，全年组织业务学习${random.int(2, 6)}次，公开情况列入年终考核。`,
      `请村居代表评议两次，收回意见${random.int(3, 20)}条，已逐条回复；全年没有因公开工作被追责的情形。`,
    ]),
  ]
}

/** @type {(random: Random, self: string) => string[]} */
export function problemTexts(random, self) {
  return [
    random.pick([
      `不足之处：一些栏目更新不够勤，图表和问答形式的解读偏少，站所之间水平不齐。`,
      `主要问题有两个：公开的内容专业词多，群众不易看懂；基层人手紧，个别事项公开偏晚。`,
    ]),
    random.pick([
      `下一步，${self}将按季度通报更新情况，请一线人员讲解办事流程，并为各站所各配一名联络员。`,
      `改进打算：把常问的事写成短文和图示，先试读再发布；把公开时限写进岗位职责。`,
    ]),
  ]
}

/** @type {(random: Random, self: string) => string} */
export function otherText(random, self) {
  return random.pick([
    `${self}本年度没有收取信息处理费。`,
    '无其他需要报告的事项。',
    '无。',
    `按照信息处理费的有关规定，${self}全年收取信息处理费0元。`,
  ])
}

/** @type {(title: string, year: number) => string} */
export const legalBasis = (title, year) =>
  `依照《中华人民共和国政府信息公开条例》第五十条编制《${title}》，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`

/** The sentence that names the six parts and so looks like six headings. */
export const partsList = () =>
  `全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。`

export const contact = '如对本报告有疑问，请与办公室联系（地址：文昌路18号；电话：0000-8000000）。'
