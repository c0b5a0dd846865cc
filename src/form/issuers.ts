/**
 * Kinds of bodies that issue reports, known by the ending of their names, and the wording of report
 * titles. All patterns are tried on text without spaces in half-width punctuation.
 */

export type IssuerLevel = 'province' | 'city' | 'county' | 'town' | 'department'

export interface IssuerKind {
  readonly kind: string
  /** Endings of the name, any of them. */
  readonly endings: readonly string[]
  /** null where the name does not tell: a 市 may be a prefecture or a county, a 管委会 anything. */
  readonly level: IssuerLevel | null
}

const governed = (name: string): readonly string[] => [`${name}人民政府`, `${name}政府`, name]

/** Tried in this order: longer and more telling endings first. */
export const issuerKinds: readonly IssuerKind[] = [
  { kind: '公安分局', endings: ['公安分局'], level: 'department' },
  { kind: '税务局', endings: ['税务局', '税务分局'], level: 'department' },
  { kind: '民族乡', endings: governed('民族乡'), level: 'town' },
  { kind: '民族苏木', endings: governed('民族苏木'), level: 'town' },
  { kind: '苏木', endings: governed('苏木'), level: 'town' },
  { kind: '街道', endings: ['街道办事处', '街道办', '街道', '街'], level: 'town' },
  { kind: '管委会', endings: ['管理委员会', '管委会'], level: null },
  { kind: '垦殖场', endings: ['垦殖场'], level: 'town' },
  { kind: '农场', endings: ['农场', '林场', '牧场', '渔场', '茶场'], level: null },
  { kind: '镇', endings: governed('镇'), level: 'town' },
  { kind: '乡', endings: governed('乡'), level: 'town' },
  { kind: '自治县', endings: governed('自治县'), level: 'county' },
  { kind: '自治旗', endings: governed('自治旗'), level: 'county' },
  { kind: '县政府', endings: governed('县'), level: 'county' },
  { kind: '旗政府', endings: governed('旗'), level: 'county' },
  { kind: '自治州', endings: governed('自治州'), level: 'city' },
  { kind: '盟', endings: ['盟行政公署', '盟行署'], level: 'city' },
  { kind: '地区', endings: ['地区行政公署', '地区行署', '地区'], level: 'city' },
  { kind: '自治区', endings: governed('自治区'), level: 'province' },
  { kind: '省', endings: governed('省'), level: 'province' },
  { kind: '开发区', endings: ['开发区', '园区', '景区', '度假区', '示范区', '高新区', '保税区', '试验区'], level: null },
  { kind: '区政府', endings: governed('区'), level: 'county' },
  { kind: '市政府', endings: governed('市'), level: null },
  { kind: '办事处', endings: ['办事处'], level: null },
  { kind: '局', endings: ['分局', '局'], level: 'department' },
  { kind: '厅', endings: ['厅'], level: 'department' },
  { kind: '委员会', endings: ['委员会', '发改委', '卫健委', '国资委', '经信委', '住建委', '农委', '委'], level: 'department' },
  { kind: '办公室', endings: ['办公室', '政府办', '办'], level: 'department' },
  { kind: '公司', endings: ['公司'], level: null },
  { kind: '院', endings: ['法院', '检察院', '研究院', '医院', '学院'], level: null },
  { kind: '学校', endings: ['大学', '学校', '中学', '小学'], level: null },
  { kind: '中心', endings: ['中心'], level: 'department' },
  { kind: '联合会', endings: ['联合会', '红十字会', '总工会', '供销社', '残联'], level: null },
  { kind: '队', endings: ['支队', '大队', '总队'], level: 'department' },
  { kind: '所', endings: ['研究所', '管理所', '管理站', '档案馆', '图书馆'], level: 'department' },
]

/** Cities that are provinces by rank. */
export const municipalities: readonly string[] = ['北京市', '上海市', '天津市', '重庆市']

/** Words that end as a region does and are none (城市管理局, 社区). */
export const noRegion: RegExp = /(?:城市|都市|社区|园区|景区|辖区|开发区|高新区|保税区|度假区|示范区|试验区|库区|矿区|灾区|片区)$/

/** Stands before the region in the names of local bodies of a national one. */
export const nationalPrefix: RegExp = /^(?:国家税务总局|国家统计局)/

/** The core of a report's title, from the subject to 报告 or 年报. */
export const titleCore: RegExp =
  /(政府信息公开|政府政务公开|政务信息公开|政府信息|信息公开|政务公开)[工作情况的年度开展\d]{0,14}(?:报告|年报)/

/** Words that no name has: before a title's core they show a sentence. */
export const noName: RegExp =
  /根据|按照|依据|现将|现予|公布|本报告|报告由|编制|组成|发布|要求|做好|认真|以下|我[镇乡局县区市委办街院]|本[镇乡局县区市委办街院机年]|以来|[是了在]/

/** Sentences of the preamble that name the body; group 1 is the name. */
export const issuerSentences: readonly RegExp[] = [
  /(?:本(?:年度)?报告|年度报告|年报)由([\p{Script=Han}()]{2,40}?)(?:负责)?(?:编制|编写|发布|撰写)/u,
  /现(?:将|公布|予公布|向社会公布|发布)([\p{Script=Han}()]{2,40}?)(?:关于)?(?:20\d\d|二[〇零○]\S\S)年/u,
  /现?(?:将|公布|公开)(?:20\d\d|二[〇零○]\S\S)年?(?:年?度)?([\p{Script=Han}()]{2,40}?)(?:政府信息|信息|政务)公开/u,
  /由([\p{Script=Han}()]{2,30}?(?:人民政府|办事处|委员会|管委会|局|院|厅|[镇乡](?!人民|政府)))[^。;由]{0,24}(?:编制|编写)/u,
  /请与([\p{Script=Han}()]{2,30}(?:人民政府|街道办事处|管委会|局))联系/u,
  /(?:^|[。;])([\p{Script=Han}()]{2,40}?)(?:根据|按照|依据)《/u,
]

/** A name that only says which of the bodies near by is meant: 区水利局. */
export const halfName: RegExp = /^(?:[区县市省州乡镇]|该|各)(?!.{0,6}[省市县区旗州].)/

/** The year as the preamble names the report itself. */
export const reportOfYear: RegExp = /(?<!\d)(20\d\d)年?(?:年?度)?(?:政府)?信息公开(?:工作)?(?:年度)?报告/

/**
 * The year as a body's prose names it beside itself: `2022年，我办…`, `我办2022年度…`. With a month
 * behind it, it is the date of something that was done, not the year of the report.
 */
export const yearOfProse: RegExp =
  /(?<!\d)(20\d\d)年(?:度|全年|以来)?,?(?=[我全本][镇乡县区市街局办委院处单机各中])|[我本](?:镇|乡|县|区|市|街道|街道办|街道办事处|局|办|委|院|中心|处|单位|机关|部门)(20\d\d)年(?!\d)/g

/** A year by itself, not that of a date. */
export const yearAlone: RegExp = /(?<!\d)(20\d\d)年(?!\d{1,2}月)/g

/** Words near a statistics period. */
export const periodContext: RegExp = /统计|期限|时段|时限|数据|起止|本报告|报告期/
