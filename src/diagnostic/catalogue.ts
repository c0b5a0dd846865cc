/**
 * Every code that can be raised: its severity, and in Chinese and English what it says, why it
 * matters and what to do. `{name}` stands for an argument of the diagnostic. The only place with
 * words of messages.
 */
export type Severity = 'error' | 'warning' | 'info'
export type Language = 'zh' | 'en'

export interface Wording {
  /** One line, with `{arguments}`. */
  message: string
  why: string
  todo: string
}

export interface CatalogueEntry extends Record<Language, Wording> {
  severity: Severity
}

export const catalogue = {
  'source/truncated': {
    severity: 'warning',
    zh: {
      message: '文件过大或结构过深，只读取了一部分（{what}）',
      why: '为保证程序不被异常文件拖垮，读取量有上限；上限之外的内容未读。',
      todo: '核对文件是否混入了别的材料；确为年报的，拆分后重新读取。',
    },
    en: {
      message: 'Too large or too deep: only a part was read ({what})',
      why: 'Reading is bounded so that one odd file cannot stop a batch; what lies beyond was not read.',
      todo: 'See whether other material got into the file; if it is a report, split it and read it again.',
    },
  },
  'source/reader-warning': {
    severity: 'info',
    zh: {
      message: '读取文档时的提示：{detail}',
      why: '文档中有读取程序不处理的成分，其中的文字可能没有读到。',
      todo: '对照原件看此处有无遗漏。',
    },
    en: {
      message: 'The document reader remarks: {detail}',
      why: 'The document has parts that the reader does not handle; text in them may be missing.',
      todo: 'Compare with the original at this place.',
    },
  },
  'source/spans-untrusted': {
    severity: 'warning',
    zh: {
      message: '第 {table} 个表格的合并单元格不可信，按标签而不是按列位置读取',
      why: '表格结构损坏，列的位置不能作为依据。',
      todo: '在 Word 或 WPS 中打开并另存一次，再重新读取。',
    },
    en: {
      message: 'The merged cells of table {table} cannot be trusted; it was read by labels, not by column position',
      why: 'The table is damaged inside, so that column positions prove nothing.',
      todo: 'Open it in Word or WPS, save it again, and read it again.',
    },
  },
  'report/not-recognised': {
    severity: 'error',
    zh: {
      message: '这不像是政府信息公开工作年度报告：{reason}',
      why: '没有找到年报应有的章节标题和表格，因此不读取任何数字。',
      todo: '确认文件是否拿错（如“文字解读”、编制通知、半年统计、其他材料），换成年报正文。',
    },
    en: {
      message: 'This does not look like an annual report on open government information: {reason}',
      why: 'Neither the sections nor the tables of the form were found, so no figures were read.',
      todo: 'See whether it is the wrong file (an explanation of the report, a notice, half-year statistics) and give the report itself.',
    },
  },
  'report/several': {
    severity: 'error',
    zh: {
      message: '文件里似乎有 {count} 份年报，只读取了第一份',
      why: '一份文件应只含一个单位一个年度的报告，多份放在一起时数字会混淆。',
      todo: '拆成每份一个文件后重新读取。',
    },
    en: {
      message: 'The file seems to hold {count} reports; only the first was read',
      why: 'A file should hold one body’s report on one year; figures of several would mix.',
      todo: 'Split it into one file a report and read them again.',
    },
  },
  'edition/unsupported': {
    severity: 'error',
    zh: {
      message: '这是 2019 年以前的旧式年报，没有现行格式的表格：{reason}',
      why: '旧式年报的统计口径与国办公开办函〔2019〕60号、〔2021〕30号的表格不同，不能套用。',
      todo: '无须修改；此类年报不计入汇总。',
    },
    en: {
      message: 'This is a report from before the forms of 2019: {reason}',
      why: 'Its statistics are of another kind than the tables of the 2019 and 2021 forms, and cannot be put into them.',
      todo: 'Nothing to mend; such reports are left out of sums.',
    },
  },
  'edition/mixed': {
    severity: 'info',
    zh: {
      message: '表格混用了 2019 年和 2021 年两种格式：{detail}',
      why: '格式按每张表中的标签判断，与年度无关；两种格式的栏目不能相加。',
      todo: '2021 年度起应使用国办公开办函〔2021〕30号的表格。',
    },
    en: {
      message: 'The tables mix the forms of 2019 and 2021: {detail}',
      why: 'The edition is decided by the labels in each table; columns of the two must not be added together.',
      todo: 'Reports on 2021 and later should use the form of 2021.',
    },
  },
  'section/missing': {
    severity: 'warning',
    zh: {
      message: '没有找到“{section}”这一部分',
      why: '年报应有六个部分（《条例》第五十条及国办格式）。',
      todo: '补上这一部分，或检查标题是否写错。',
    },
    en: {
      message: 'Section “{section}” was not found',
      why: 'A report has six sections (art. 50 of the Regulations and the official form).',
      todo: 'Add the section, or see whether its heading is misspelt.',
    },
  },
  'section/misnumbered': {
    severity: 'warning',
    zh: {
      message: '标题“{heading}”的序号应为“{expected}”',
      why: '六个部分按一至六编号。',
      todo: '改正序号。',
    },
    en: {
      message: 'Heading “{heading}” should be numbered “{expected}”',
      why: 'The six sections are numbered 一 to 六.',
      todo: 'Correct the number.',
    },
  },
  'table/missing': {
    severity: 'error',
    zh: {
      message: '“{section}”下没有找到表格{hint}',
      why: '表格可能是图片、附件，或在转换时丢失；其中的数字未知，不等于零。',
      todo: '请报送单位提供文字形式的表格。',
    },
    en: {
      message: 'No table was found under “{section}”{hint}',
      why: 'It may be an image or an attachment, or was lost in conversion; its figures are unknown, which is not zero.',
      todo: 'Ask the body for the table as text.',
    },
  },
  'table/row-missing': {
    severity: 'warning',
    zh: {
      message: '表中没有找到“{label}”这一行（列）',
      why: '格式规定有此项；没有读到，其数字未知。',
      todo: '对照原件，补上或改正标签。',
    },
    en: {
      message: 'Row or column “{label}” was not found in its table',
      why: 'The form has it; its figures are unknown.',
      todo: 'Compare with the original; add it or correct its label.',
    },
  },
  'table/conflict': {
    severity: 'warning',
    zh: {
      message: '“{label}”出现两次，数字不同（{first} 与 {second}）',
      why: '同一项有两处数字，不能确定以哪一处为准。',
      todo: '删去多余的一处。',
    },
    en: {
      message: '“{label}” stands twice with different figures ({first} and {second})',
      why: 'Which of the two counts cannot be known.',
      todo: 'Remove one of them.',
    },
  },
  'cell/unreadable': {
    severity: 'warning',
    zh: {
      message: '“{label}”处不是数字：{raw}',
      why: '此格应填一个数字；读到的内容不能当作数字。',
      todo: '改为一个数字；没有的填 0。',
    },
    en: {
      message: '“{label}” holds no figure: {raw}',
      why: 'The cell should hold one figure; what stands there cannot be taken for one.',
      todo: 'Put one figure there; 0 if there is none.',
    },
  },
  'cell/ambiguous': {
    severity: 'warning',
    zh: {
      message: '{where}的数字读到了，但位置有 {solutions} 种可能',
      why: '文本在转换时丢失了表格线和空格，勾稽关系也不能确定唯一的位置。',
      todo: '改用原始 .docx 文件读取，或对照原件补录。',
    },
    en: {
      message: 'Figures of {where} were read, but they fit in {solutions} ways',
      why: 'The text lost its cell boundaries, and the identities of the form do not leave one placement.',
      todo: 'Read the original .docx, or fill it in from the original.',
    },
  },
  'table/contradiction': {
    severity: 'warning',
    zh: {
      message: '{where}的数字怎样摆放都不能满足勾稽关系',
      why: '文本丢失了单元格位置，而数字之间又互相矛盾：可能是原报告有错，也可能是转换时损坏。',
      todo: '改用原始 .docx 文件读取，并核对这几行。',
    },
    en: {
      message: 'No placement of the figures of {where} satisfies the identities',
      why: 'The text lost its cell positions and the figures contradict each other: the report is wrong, or the conversion damaged it.',
      todo: 'Read the original .docx and check these rows.',
    },
  },
  'identity/broken': {
    severity: 'error',
    zh: {
      message: '{where}：{leftText} 合计 {computed}，而 {rightText} 为 {printed}',
      why: '表格自带的勾稽关系不成立。',
      todo: '核对这几格，改正其中错的一格。',
    },
    en: {
      message: '{where}: {leftText} adds up to {computed}, but {rightText} is {printed}',
      why: 'An identity that the form itself states does not hold.',
      todo: 'Check these cells and correct the one that is wrong.',
    },
  },
  'identity/incomplete': {
    severity: 'warning',
    zh: {
      message: '{where}：{leftText} 已填部分合计 {computed}，而 {rightText} 为 {printed}，有 {blanks} 格空白',
      why: '空白不等于零：空格里本应有数字，或者已填的数字有误。',
      todo: '把空白的格填全（没有的填 0），再核对合计。',
    },
    en: {
      message:
        '{where}: what is filled in of {leftText} adds up to {computed}, {rightText} is {printed}, and {blanks} cells are blank',
      why: 'Blank is not zero: a figure is missing there, or one of those printed is wrong.',
      todo: 'Fill in the blank cells (0 if none) and check the sum.',
    },
  },
  'cover/no-title': {
    severity: 'info',
    zh: {
      message: '没有找到标题',
      why: '标题应写明单位和年度。',
      todo: '补上“×××20××年政府信息公开工作年度报告”。',
    },
    en: {
      message: 'No title was found',
      why: 'The title should name the body and the year.',
      todo: 'Add “<body> <year>年政府信息公开工作年度报告”.',
    },
  },
  'cover/no-issuer': {
    severity: 'warning',
    zh: {
      message: '不能确定是哪个单位的报告',
      why: '标题、落款和文件名里都没有单位名称。',
      todo: '在标题里写明单位，或用单位名称命名文件。',
    },
    en: {
      message: 'Whose report this is cannot be known',
      why: 'Neither the title nor the signature nor the file name has a body’s name.',
      todo: 'Name the body in the title or in the file name.',
    },
  },
  'cover/no-year': {
    severity: 'warning',
    zh: {
      message: '不能确定报告的年度',
      why: '标题、统计期限和文件名里都没有年份。',
      todo: '在标题里写明年度。',
    },
    en: {
      message: 'Which year this report is on cannot be known',
      why: 'Neither the title nor the period nor the file name has a year.',
      todo: 'Put the year in the title.',
    },
  },
  'year/mismatch': {
    severity: 'warning',
    zh: {
      message: '年份不一致：{detail}',
      why: '标题、统计期限和文件名应是同一年度；不一致往往是沿用了上年的文本。',
      todo: '核对年度并改正。',
    },
    en: {
      message: 'The years differ: {detail}',
      why: 'Title, period and file name should be of one year; a difference often means that last year’s text was reused.',
      todo: 'Check and correct the year.',
    },
  },
  'period/damaged': {
    severity: 'info',
    zh: {
      message: '统计期限文字残缺：{quote}',
      why: '日期中的数字丢失，不能据此判断年度。',
      todo: '补全统计期限。',
    },
    en: {
      message: 'The statistics period is damaged: {quote}',
      why: 'Digits of the dates are lost, so nothing is concluded from it.',
      todo: 'Complete the dates.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>

export type Code = keyof typeof catalogue

/** How a suggested mend is told. It is a guess at the slip, for people to confirm. */
export const mendWords = {
  zh: {
    figure: '“{cell}”填 {value}',
    blank: '空白',
    separator: '，',
    kinds: {
      change: '可能是一格填错：若{figures}，全表勾稽关系成立',
      swap: '可能是两格填反：若{figures}，全表勾稽关系成立',
      shift: '可能是整行错开一格：若{figures}，全表勾稽关系成立',
      split: '可能是相邻两格的数字粘连或断错：若{figures}，全表勾稽关系成立',
    },
  },
  en: {
    figure: '“{cell}” {value}',
    blank: 'blank',
    separator: ', ',
    kinds: {
      change: 'Perhaps one figure is wrong: with {figures} every identity of the table holds',
      swap: 'Perhaps two figures are swapped: with {figures} every identity of the table holds',
      shift: 'Perhaps the row is shifted by one cell: with {figures} every identity of the table holds',
      split: 'Perhaps digits of neighbouring cells are fused or split wrongly: with {figures} every identity of the table holds',
    },
  },
} as const
