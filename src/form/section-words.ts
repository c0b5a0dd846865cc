/**
 * The words by which sections 五 and 六 tell problems, improvements and fees, and by which section 一
 * says that all is finished. As in `sentences.ts`, patterns see folded text and are bounded.
 */

/** Where section 五 begins to tell its problems: a title or words that end in a colon. */
export const problemWords =
  /(?:存在的?(?:主要)?(?:问题|不足|困难)|主要问题|问题和不足|不足之处)(?:和不足|与不足|及不足)?(?:如下|有|主要有|是|主要是)?(?:[一二两三四五六七八九\d]{1,2}(?:个|点|条|项|方面|个方面))?[:\n]/

const mark = '(?:\\([一二三四五六七八九十\\d]{1,2}\\)|[一二三四五六七八九十]{1,2}、|\\d{1,2}[.、])?\\s{0,2}'
const heads =
  '(?:下一步|下步|主要)?(?:的)?(?:工作)?(?:改进|整改)(?:情况|措施|工作|方向|打算|建议)?(?:如下)?[:\\n]|(?:改进|整改)(?:情况|措施)'
const phrases =
  '针对(?:上述|以上|存在的|这些)[^。\\n]{0,20}[,:]|下一步[^。\\n]{0,16}[,:\\n]|下一年[^。\\n]{0,16}[,:\\n]|今后[^。\\n]{0,10}[,:]'

/**
 * Where section 五 turns to what is done about its problems: behind a stop, so that the heading's own
 * words do not count. The first group holds words that only head (改进措施：), without it the words
 * are a part of the sentence (下一步，我镇将…).
 */
export const improvementWords = new RegExp(`(?<=^|[\\n。;])\\s{0,4}${mark}(?:(${heads})|${phrases})`, 'g')

/** A section that says only that there is nothing. */
export const nothingWords =
  /^[^,。]{0,12}(?:无|没有|暂无|不存在|未发现)(?:其他|其它|需要|需|报告|说明|的|主要|存在|明显|突出|相关){0,6}(?:事项|问题|情况|内容|不足)?。?$/

/** What section 六 says about fees for handling requests. */
export const feeWords = /信息处理费|依申请公开[^,。;]{0,10}收费|收取[^,。;]{0,8}费|收费情况/

/** Requests dealt with, which those carried over may be among: not only those that came in. */
export const handled = /受理|办理|处理申请/

/** All requests are said to be finished. */
export const allFinished =
  /(?:全部|均已?|都已?|已全部)(?:已)?(?:按期|按时|依法|及时|在规定[^，。；]{0,8}|完成){0,2}(?:申请)?(?:办结|答复|回复|办理完毕)/
/** … of something else, or only some of them. */
export const notAllFinished = /留言|咨询|信访|投诉|热线|建议|提案|到期|除|上年/
