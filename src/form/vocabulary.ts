/**
 * The words of the official form (国办公开办函〔2021〕30号 and 〔2019〕60号), each once, beside the
 * English key that cell ids are made of. An alias is here because a published report prints it.
 */
import { type Label, label } from './form.ts'

/** 申请人: the columns of table 3. */
export const applicants = {
  naturalPerson: label('自然人'),
  commercialEnterprise: label('商业企业'),
  researchInstitution: label('科研机构'),
  publicWelfareOrganization: label('社会公益组织', '社会公益机构'),
  legalServiceOrganization: label('法律服务机构', '法律服务组织'),
  other: label('其他'),
  total: label('总计', '合计'),
} as const satisfies Record<string, Label>

/** Headers above the applicants. */
export const applicantGroups = {
  applicants: label('申请人情况'),
  organizations: label('法人或其他组织', '法人和其他组织'),
} as const

/** 申请 row labels of table 3, by row id. */
export const requestRows = {
  newlyReceived: label('一、本年新收政府信息公开申请数量', '本年新收政府信息公开数量'),
  carriedOver: label('二、上年结转政府信息公开申请数量', '上年结转政府信息公开数量'),
  granted: label('（一）予以公开'),
  partiallyGranted: label('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开'),
  'denied.stateSecret': label('1.属于国家秘密'),
  'denied.prohibitedByLaw': label('2.其他法律行政法规禁止公开', '2.其他法律行政止公开'),
  'denied.securityAndStability': label('3.危及“三安全一稳定”', '3.危及三安全一稳定'),
  'denied.thirdPartyRights': label('4.保护第三方合法权益'),
  'denied.internalAffairs': label('5.属于三类内部事务信息'),
  'denied.deliberativeProcess': label('6.属于四类过程性信息'),
  'denied.enforcementFiles': label('7.属于行政执法案卷'),
  'denied.administrativeInquiries': label('8.属于行政查询事项'),
  'unavailable.notHeld': label('1.本机关不掌握相关政府信息'),
  'unavailable.requiresCreation': label('2.没有现成信息需要另行制作'),
  'unavailable.unclearRequest': label('3.补正后申请内容仍不明确'),
  'notProcessed.petitionOrComplaint': label('1.信访举报投诉类申请'),
  'notProcessed.repeatRequest': label('2.重复申请'),
  'notProcessed.publishedMaterial': label('3.要求提供公开出版物'),
  'notProcessed.excessiveRequests': label('4.无正当理由大量反复申请'),
  'notProcessed.confirmationOrReissue': label('5.要求行政机关确认或重新出具已获取信息'),
  'otherHandling.notCorrectedInTime': label('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'),
  'otherHandling.feeUnpaid': label('2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'),
  'otherHandling.other': label('3.其他'),
  'otherHandling.undivided': label('（六）其他处理'),
  outcomesTotal: label('（七）总计', '（七）合计'),
  carriedForward: label('四、结转下年度继续办理', '四、结转下年继续办理'),
} as const satisfies Record<string, Label>

/** Group labels at the left of table 3. */
export const requestGroups = {
  outcomes: label('三、本年度办理结果'),
  denied: label('（三）不予公开'),
  unavailable: label('（四）无法提供'),
  notProcessed: label('（五）不予处理'),
  otherHandling: label('（六）其他处理'),
} as const

export const requestNotes = [label('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')] as const

/** Results: the columns of table 4, three times over. */
export const disputeResults = {
  upheld: label('结果维持', '维持结果'),
  corrected: label('结果纠正', '纠正结果'),
  otherResult: label('其他结果'),
  pending: label('尚未审结', '尚未审理'),
  total: label('总计', '合计'),
} as const satisfies Record<string, Label>

export const disputeGroups = {
  administrativeReview: [label('行政复议')],
  directLitigation: [label('行政诉讼'), label('未经复议直接起诉')],
  litigationAfterReview: [label('行政诉讼'), label('复议后起诉')],
} as const satisfies Record<string, readonly Label[]>

/** Bands of table 2: the items of article 20 of the regulations. */
export const articleItems = {
  rules: label('第二十条第（一）项', '第二十条（一）项', '第二十一条第（一）项'),
  licensing: label('第二十条第（五）项', '第二十条（五）项', '第二十一条第（五）项'),
  penalties: label('第二十条第（六）项', '第二十条（六）项', '第二十一条第（六）项'),
  fees: label('第二十条第（八）项', '第二十条（八）项', '第二十一条第（八）项'),
  procurement: label('第二十条第（九）项', '第二十条（九）项', '第二十一条第（九）项'),
} as const

export const disclosureCorner: Label = label('信息内容')

export const disclosureRows = {
  rules: label('规章', '规章（县级无此项）'),
  normativeDocuments2021: label('行政规范性文件', '规范性文件'),
  normativeDocuments2019: label('规范性文件', '行政规范性文件'),
  licensing: label('行政许可'),
  otherServices: label('其他对外管理服务事项'),
  penalties: label('行政处罚'),
  compulsoryMeasures: label('行政强制'),
  fees: label('行政事业性收费'),
  procurement: label('政府集中采购'),
} as const

export const disclosureColumns = {
  issued: label('本年制发件数', '本年发件', '本年制发数'),
  repealed: label('本年废止件数', '本年废止数'),
  inForce: label('现行有效件数', '现行有效件', '现行有效数'),
  decisions2021: label('本年处理决定数量', '本年处理绝对数量', '处理决定数量'),
  feeAmount: label('本年收费金额（单位：万元）', '本年收费金额'),
  newlyMade: label('本年新制作数量'),
  newlyDisclosed: label('本年新公开数量'),
  totalDisclosed: label('对外公开总数量'),
  itemsLastYear: label('上一年项目数量'),
  change: label('本年增/减', '本年增减', '本年增/'),
  decisions2019: label('处理决定数量', '本年处理决定数量', '处理绝对数量'),
  procurementItems: label('采购项目数量'),
  procurementAmount: label('采购总金额'),
} as const

/** What an office adds to a label of the tables in brackets, to explain it to those who fill it in. */
export const labelExplanation: RegExp = /[（(](?:指|含|包括|由)[^（）()\n|\t]{3,200}[）)]/g

/** What may be written beside a table's header, and is no column: 单位：件, 续表, 附表. As `labelKey` gives it. */
export const headerNote: RegExp = /^(?:计量)?单位|^填报|^续|^附?表/

/** What stands above a column that numbers or names rows. */
export const rowsHeader: RegExp = /^(?:序号|编号|年度|年份|项目|类别|指标)$/

/** How a row begins that offices add to a table: sums of some rows, or a part of one. As `labelKey` gives it. */
export const addedRow: RegExp = /^(?:小计|共计|累计|其中)/
