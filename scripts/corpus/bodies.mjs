/** Public bodies that do not exist, of every kind that writes such reports. */

/**
 * @typedef {object} Body
 * @property {string} issuer as the title prints it
 * @property {string} self how it speaks of itself
 * @property {string} key folder name, in letters
 */

/** @type {(key: string, issuer: string, self: string) => Body} */
const body = (key, issuer, self) => ({ key, issuer, self })

export const bodies = {
  town: body('shiqiao', '石桥镇', '我镇'),
  townGovernment: body('liuhe', '柳荷镇人民政府', '我镇'),
  township: body('baiyun', '白筠乡人民政府', '我乡'),
  ethnicTownship: body('sancha', '三岔沟彝族乡', '我乡'),
  sumu: body('hairihan', '海日罕苏木', '我苏木'),
  street: body('wangjiang', '望江门街道办事处', '我街道'),
  street2: body('dongyuan', '东垣区北湾街道', '本街道'),
  bureau: body('jiaoyu', '云岫县教育局', '我局'),
  committee: body('weijian', '云岫县卫生健康委员会', '我委'),
  office: body('dangshi', '云岫县地方志办公室', '本单位'),
  zone: body('linhu', '临沣经济开发区管理委员会', '管委会'),
  reclamation: body('hongqi', '红泥滩垦殖场', '我场'),
  police: body('gongan', '东垣区公安分局', '分局'),
  tax: body('shuiwu', '国家税务总局云岫县税务局', '我局'),
  county: body('yunxiu', '云岫县人民政府', '我县'),
  district: body('dongyuanqu', '东垣区人民政府办公室', '区政府办'),
  city: body('linfeng', '临沣市人民政府', '全市'),
  banner: body('zhaolu', '昭陆自治县人民政府', '全县'),
  company: body('gongjiao', '临沣市公共交通有限公司', '本公司'),
}
