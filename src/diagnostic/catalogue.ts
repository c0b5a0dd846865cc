/**
 * Every code that can be raised: its severity, and in Chinese and English what it says, why it
 * matters and what to do. `{name}` stands for an argument of the diagnostic. The only place with
 * words of messages, long as a table is: one file, so that a code is looked up, and its two languages
 * are changed, in one place.
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
  'source/empty': {
    severity: 'error',
    zh: {
      message: '文件是空的',
      why: '文件里没有任何字节或文字，无从读取。',
      todo: '向报送单位索要完整的文件。',
    },
    en: {
      message: 'The file is empty',
      why: 'It holds no bytes or no text, so there is nothing to read.',
      todo: 'Ask the body for the complete file.',
    },
  },
  'source/legacy-word': {
    severity: 'error',
    zh: {
      message: '这是旧式 Word 或 WPS 文件（{format}），不是 .docx',
      why: '旧式二进制格式不能读取；只改扩展名不会改变内容。',
      todo: '用 WPS 或 Word 打开，另存为 .docx 后重新读取。',
    },
    en: {
      message: 'This is an old Word or WPS file ({format}), not a .docx',
      why: 'The old binary format is not read; renaming a file does not change what it is.',
      todo: 'Open it in WPS or Word, save it as .docx, and read it again.',
    },
  },
  'source/encrypted': {
    severity: 'error',
    zh: {
      message: '文件有打开密码，无法读取',
      why: '加密的 .docx 不知道密码就不能打开。',
      todo: '用 WPS 或 Word 打开，去掉密码另存为 .docx 后重新读取。',
    },
    en: {
      message: 'The file is protected by a password',
      why: 'An encrypted .docx cannot be opened without it.',
      todo: 'Open it in WPS or Word, remove the password, save it as .docx, and read it again.',
    },
  },
  'source/pdf': {
    severity: 'error',
    zh: {
      message: '这是 PDF 文件，不是 .docx 或文本',
      why: 'PDF 只记录文字的位置，不记录表格结构。',
      todo: '请报送单位提供 .docx 原件；没有的，先转换成文本再读取，并核对表格。',
    },
    en: {
      message: 'This is a PDF, neither a .docx nor text',
      why: 'A PDF records where letters stand, not what table they are in.',
      todo: 'Ask for the .docx original; failing that, convert it to text, read that, and check the tables.',
    },
  },
  'source/image': {
    severity: 'error',
    zh: {
      message: '这是图片（{format}），不是文档',
      why: '图片里的文字没有经过识别，不能读取。',
      todo: '请报送单位提供 .docx 原件。',
    },
    en: {
      message: 'This is an image ({format}), not a document',
      why: 'Text in an image is not recognised here.',
      todo: 'Ask the body for the .docx original.',
    },
  },
  'source/rtf': {
    severity: 'error',
    zh: {
      message: '这是 RTF 文件，不是 .docx 或文本',
      why: 'RTF 中的汉字是转义代码，不能当作文本读取。',
      todo: '用 WPS 或 Word 打开，另存为 .docx 后重新读取。',
    },
    en: {
      message: 'This is an RTF file, neither a .docx nor text',
      why: 'Chinese text in RTF is escape codes, which cannot be read as text.',
      todo: 'Open it in WPS or Word, save it as .docx, and read it again.',
    },
  },
  'source/archive': {
    severity: 'error',
    zh: {
      message: '这是压缩包（{format}），不是单个文档',
      why: '一次读取一份报告；压缩包里可能有很多文件。',
      todo: '解压后读取其中的 .docx；成批的用 ogi ingest。',
    },
    en: {
      message: 'This is an archive ({format}), not one document',
      why: 'One report is read at a time; an archive may hold many files.',
      todo: 'Unpack it and read the .docx in it; for many, use ogi ingest.',
    },
  },
  'source/not-docx': {
    severity: 'error',
    zh: {
      message: '这是 {format} 文件，不是 .docx 或文本',
      why: '只读取 .docx、网页和文本。',
      todo: '用 WPS 或 Word 打开，另存为 .docx 后重新读取。',
    },
    en: {
      message: 'This is a {format} file, neither a .docx nor text',
      why: 'Only .docx, web pages and text are read.',
      todo: 'Open it in WPS or Word, save it as .docx, and read it again.',
    },
  },
  'source/damaged-zip': {
    severity: 'error',
    zh: {
      message: '文件已损坏：压缩结构不完整，或内容与校验码不符',
      why: '.docx 是一个压缩包，它的目录残缺，或解压出的内容与目录所记不同，往往是下载或传输出错所致；这样的文件里数字可能已经变了。',
      todo: '重新下载或索要这份文件。',
    },
    en: {
      message: 'The file is damaged: its zip structure is incomplete, or its content does not match its checksums',
      why: 'A .docx is a zip; its directory is cut off, or what is inflated is not what the directory says, mostly by a download that went wrong: figures in it may have changed.',
      todo: 'Download it or ask for it again.',
    },
  },
  'source/damaged-docx': {
    severity: 'error',
    zh: {
      message: '文件已损坏：文档正文不能解析（{detail}）',
      why: '压缩包可以打开，但其中的正文 XML 有错误。',
      todo: '在 WPS 或 Word 中打开并另存一次，再重新读取。',
    },
    en: {
      message: 'The file is damaged: the body of the document cannot be parsed ({detail})',
      why: 'The zip opens, but the XML of the body is broken.',
      todo: 'Open it in Word or WPS, save it again, and read it again.',
    },
  },
  'source/too-large': {
    severity: 'error',
    zh: {
      message: '文件超出读取上限（{what}：{found}）',
      why: '一份年报只有几万字；大得多的文件是别的材料，或是恶意构造的压缩包。',
      todo: '核对文件；确为年报的，删去图片等附件后另存再读。',
    },
    en: {
      message: 'The file exceeds what is read ({what}: {found})',
      why: 'A report is some ten thousand words; a file so much larger is something else, or a zip made to do harm.',
      todo: 'Check the file; if it is a report, remove pictures and attachments, save it, and read it again.',
    },
  },
  'source/binary': {
    severity: 'error',
    zh: {
      message: '这不是文档：内容是二进制数据',
      why: '既不是 .docx，也不是任何一种编码的文本。',
      todo: '核对文件是否拿错或损坏。',
    },
    en: {
      message: 'This is no document: its content is binary data',
      why: 'It is neither a .docx nor text in any encoding.',
      todo: 'See whether it is the wrong file, or damaged.',
    },
  },
  'source/undecodable': {
    severity: 'error',
    zh: {
      message: '文本的编码无法确定',
      why: '按 UTF-8、GB18030、UTF-16 都不能解码。',
      todo: '用记事本或 WPS 打开，另存为 UTF-8 编码的文本后重新读取。',
    },
    en: {
      message: 'The encoding of the text cannot be told',
      why: 'It decodes as none of UTF-8, GB18030 and UTF-16.',
      todo: 'Open it in an editor, save it as UTF-8, and read it again.',
    },
  },
  'source/damaged-text': {
    severity: 'warning',
    zh: {
      message: '文本有 {places} 处乱码（按 {encoding} 解码），从第一处起请核对',
      why: '有的字节不能还原成文字，那里的字或数字已经丢失。',
      todo: '对照原件看乱码处的内容，或改用原始 .docx 文件读取。',
    },
    en: {
      message: 'The text has {places} unreadable places (decoded as {encoding}); the first is shown',
      why: 'Some bytes are no characters any more; words or digits are lost there.',
      todo: 'Compare these places with the original, or read the original .docx.',
    },
  },
  'source/notes-left-out': {
    severity: 'info',
    zh: {
      message: '文档有 {count} 处脚注、尾注或批注，未读入正文',
      why: '注释的编号会粘在标题或数字上，因此去掉；注释文字不属于年报的各部分。',
      todo: '需要时在原件中查看注释。',
    },
    en: {
      message: 'The document has {count} footnotes, endnotes or comments, which were left out of the text',
      why: 'Their marks would stick to headings and figures, so they are removed; the notes belong to no section.',
      todo: 'Look at the notes in the original where needed.',
    },
  },
  'source/part-not-read': {
    severity: 'warning',
    zh: {
      message: '文档里嵌入了 {count} 个没有读取的部分（{detail}）',
      why: '嵌入的文件、图表或公式不是正文，其中若有表格则没有读到。',
      todo: '在 WPS 或 Word 中打开，把嵌入的内容粘贴成正文和表格后另存。',
    },
    en: {
      message: 'The document embeds {count} parts that were not read ({detail})',
      why: 'Embedded files and charts are not text of the document; tables in them were not read.',
      todo: 'Open it in Word or WPS, paste what is embedded as text and tables, and save it.',
    },
  },
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
  'source/unknown-element': {
    severity: 'warning',
    zh: {
      message: '文档里有不认识的成分（{detail}）；用另一个程序再读一遍，表格中有 {count} 个单元格两遍不一致，按无法识别处理',
      why: '不认识的成分里可能有文字，也可能改变文字的含义；两遍读法一致的数字才可信。',
      todo: '在 WPS 或 Word 中打开，另存为 .docx 后重新读取。',
    },
    en: {
      message:
        'The document has elements that are not known ({detail}); read a second time by another program, {count} cells of its tables differ and count as unreadable',
      why: 'Such elements may hold text, or change what text means; only figures on which both readings agree are sure.',
      todo: 'Open it in Word or WPS, save it as .docx, and read it again.',
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
      message: '这不像是政府信息公开工作年度报告：六个部分找到 {sections} 个，表格标签找到 {labels} 个{quote}',
      why: '没有找到年报应有的章节标题和表格，因此不读取任何数字。',
      todo: '确认文件是否拿错（如“文字解读”、编制通知、半年统计、其他材料），换成年报正文。',
    },
    en: {
      message:
        'This does not look like an annual report on open government information: {sections} of six sections, {labels} labels of its tables{quote}',
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
      message: '这是 2019 年以前的旧式年报，没有现行格式的表格{quote}',
      why: '旧式年报的统计口径与国办公开办函〔2019〕60号、〔2021〕30号的表格不同，不能套用。',
      todo: '无须修改；此类年报不计入汇总。',
    },
    en: {
      message: 'This is a report from before the forms of 2019, without their tables{quote}',
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
  'section/out-of-order': {
    severity: 'warning',
    zh: {
      message: '“{heading}”不在应有的位置',
      why: '六个部分有固定的顺序；顺序乱了，其下的表格容易被读错。',
      todo: '按格式规定的顺序排列。',
    },
    en: {
      message: 'Section “{heading}” is not where it should be',
      why: 'The six sections have a fixed order; where it is broken, tables are easily taken for another.',
      todo: 'Put the sections in the order of the form.',
    },
  },
  'section/duplicate': {
    severity: 'warning',
    zh: {
      message: '标题“{section}”出现了 {count} 次',
      why: '同一部分只应有一处；不能确定以哪一处为准，按内容最完整的一处读取。',
      todo: '删去多余的标题或内容。',
    },
    en: {
      message: 'Heading “{section}” stands {count} times',
      why: 'A section stands once; the place with most content under it was read.',
      todo: 'Remove the heading or the content that is too much.',
    },
  },
  'section/empty': {
    severity: 'warning',
    zh: {
      message: '“{section}”标题下没有任何内容',
      why: '内容可能是图片、附件，或在转换时丢失。没有内容不等于“无”，也不等于零。',
      todo: '补上内容；确实没有的，写明“无”。',
    },
    en: {
      message: 'There is nothing under “{section}”',
      why: 'It may be an image or an attachment, or was lost in conversion. Nothing is not “none” and not zero.',
      todo: 'Add the content; where there is none, say so.',
    },
  },
  'table/missing': {
    severity: 'error',
    zh: {
      message: '“{section}”下没有找到表格（该处图片：{images}）',
      why: '表格可能是图片、附件，或在转换时丢失；其中的数字未知，不等于零。',
      todo: '请报送单位提供文字形式的表格。',
    },
    en: {
      message: 'No table was found under “{section}” (images there: {images})',
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
  'table/header-lost': {
    severity: 'warning',
    zh: {
      message: '表头没有读到，各列按表样的次序读取',
      why: '文本里看不出各列是什么；如果原表的列不在表样的次序上，数字就会归错列，勾稽关系也看不出来。',
      todo: '对照原文件的表头，或者改用原始 .docx 文件读取。',
    },
    en: {
      message: 'The header was not found; the columns are read in the form’s order',
      why: 'The text does not show which column is which: where the report moved one, figures go to the wrong column, and no identity tells.',
      todo: 'Compare the header of the original, or read the original .docx.',
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
  'roster/no-header': {
    severity: 'error',
    zh: {
      message: '单位名单没有“单位名称”一栏（表头为：{found}）',
      why: '没有名称就不知道应有哪些单位报告，名单未采用。',
      todo: '第一行写表头：名称、别名、类型、级别、上级（或 name, aliases, kind, level, parent）。',
    },
    en: {
      message: 'The roster has no column of names (its header: {found})',
      why: 'Without names it is not known whose reports are expected; the roster was not used.',
      todo: 'Put a header in the first line: name, aliases, kind, level, parent (or 名称、别名、类型、级别、上级).',
    },
  },
  'roster/no-name': {
    severity: 'warning',
    zh: { message: '名单的这一行没有单位名称', why: '这一行未采用。', todo: '填上名称，或删去这一行。' },
    en: {
      message: 'This line of the roster has no name',
      why: 'The line was not used.',
      todo: 'Put in a name or remove the line.',
    },
  },
  'roster/repeated': {
    severity: 'warning',
    zh: {
      message: '名单里“{name}”出现两次（先在第 {first} 行）',
      why: '一个单位只计一次，只用了第一处。',
      todo: '删去重复的一行；确是两个单位的，用全称区分。',
    },
    en: {
      message: '“{name}” stands twice in the roster (first on line {first})',
      why: 'A body counts once; the first line was used.',
      todo: 'Remove one; if they are two bodies, tell them apart by their full names.',
    },
  },
  'roster/unknown-parent': {
    severity: 'info',
    zh: {
      message: '“{name}”的上级“{parent}”在名单里没有自己的一行，按上级汇总单位处理',
      why: '汇总时以它为一组；如是笔误，会多出一组。',
      todo: '核对上级名称，或为它补一行。',
    },
    en: {
      message: '“{parent}”, the parent of “{name}”, has no line of its own in the roster; it was taken as a body above',
      why: 'Sums are grouped under it; if it is a slip of the pen, there is one group too many.',
      todo: 'Check the name of the parent or give it a line.',
    },
  },
  'roster/parent-cycle': {
    severity: 'error',
    zh: {
      message: '“{name}”的上级“{parent}”又在它之下，或层级过深',
      why: '层级成环，不能汇总；这一上级关系未采用。',
      todo: '改正上级一栏。',
    },
    en: {
      message: '“{parent}”, the parent of “{name}”, stands below it itself, or the hierarchy is too deep',
      why: 'A hierarchy that goes round cannot be added up; this parent was left out.',
      todo: 'Correct the parent.',
    },
  },
  'collection/no-issuer': {
    severity: 'warning',
    zh: {
      message: '不知是哪个单位的报告，未计入汇总',
      why: '不知道单位，就不知道是否重复计算。',
      todo: '在标题里写明单位，重新读取。',
    },
    en: {
      message: 'Whose report this is cannot be known; it was not added to the sums',
      why: 'Without the body it cannot be known whether it would count twice.',
      todo: 'Name the body in its title and read it again.',
    },
  },
  'collection/no-year': {
    severity: 'warning',
    zh: {
      message: '“{issuer}”这份报告的年度不明，未计入汇总',
      why: '不知道年度，就不知道计入哪一年。',
      todo: '在标题里写明年度，重新读取。',
    },
    en: {
      message: 'The year of this report of “{issuer}” is not known; it was not added',
      why: 'Without the year it cannot be known which sum it belongs to.',
      todo: 'Put the year in its title and read it again.',
    },
  },
  'collection/unmatched': {
    severity: 'warning',
    zh: {
      message: '“{issuer}”（{year} 年）不在单位名单里，未计入汇总',
      why: '名单之外的单位计入后，覆盖面就说不清了。',
      todo: '在名单里补上这个单位，或把这一写法加到它的别名里。',
    },
    en: {
      message: '“{issuer}” ({year}) is not in the roster; its report was not added',
      why: 'With bodies from outside the roster nothing could be said of coverage.',
      todo: 'Add the body to the roster, or this spelling to its aliases.',
    },
  },
  'collection/matched-twice': {
    severity: 'warning',
    zh: {
      message: '“{issuer}”（{year} 年）可能是几个单位：{bodies}；未计入汇总',
      why: '不能确定是哪一个，计给任何一个都可能是错的。',
      todo: '在报告标题里写全称，或把这一写法加到其中一个的别名里。',
    },
    en: {
      message: '“{issuer}” ({year}) may be any of {bodies}; its report was not added',
      why: 'Which of them it is cannot be known, and giving it to one may be wrong.',
      todo: 'Use the full name in the title, or add this spelling to the aliases of one.',
    },
  },
  'collection/not-reported': {
    severity: 'warning',
    zh: {
      message: '没有“{body}”{year} 年的报告',
      why: '缺了它，{year} 年的合计都只是已知部分，不是全部。',
      todo: '催报；已有报告而没有读到的，看读取结果。',
    },
    en: {
      message: 'There is no report of “{body}” on {year}',
      why: 'Without it every sum of {year} is a sum of what is known, not of all.',
      todo: 'Ask for it; if it was handed in, see what became of it when it was read.',
    },
  },
  'collection/repeated-file': {
    severity: 'info',
    zh: {
      message: '“{body}”{year} 年有几份文件，数字没有矛盾，只计一次：{files}',
      why: '同一单位同一年度只有一份报告。',
      todo: '无须处理；可删去多余的文件。',
    },
    en: {
      message: 'Several files are of “{body}” on {year}; their figures agree and count once: {files}',
      why: 'A body has one report a year.',
      todo: 'Nothing to do; the spare file may be removed.',
    },
  },
  'collection/reported-twice': {
    severity: 'warning',
    zh: {
      message: '“{body}”{year} 年有几份文件，{contested} 格数字不同：{files}',
      why: '不能确定以哪一份为准，这些格按未知处理，不计入合计。',
      todo: '只留下最终公布的一份，重新读取。',
    },
    en: {
      message: 'Several files are of “{body}” on {year} and differ in {contested} cells: {files}',
      why: 'Which of them counts cannot be known; these cells are treated as unknown and not added.',
      todo: 'Keep the one that was published and read again.',
    },
  },
  'collection/set-aside': {
    severity: 'info',
    zh: {
      message: '“{body}”{year} 年的报告视为下属单位的汇总，不再计入合计',
      why: '汇总报告与其下属单位的报告相加，会重复计算。',
      todo: '无须处理；要核对它的数字，用 ogi reconcile。',
    },
    en: {
      message: 'The report of “{body}” on {year} is taken for a sum of the bodies below it; it was not added to them',
      why: 'Added to the reports that it sums up, it would count them twice.',
      todo: 'Nothing to do; to check its figures against theirs, use ogi reconcile.',
    },
  },
  'section/subsection-missing': {
    severity: 'info',
    zh: {
      message: '“总体情况”中没有单列小标题：{missing}',
      why: '格式要求第一部分写明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面；也可能写在正文里而没有标题。',
      todo: '核对这几个方面是否已经写到；没有的补上。',
    },
    en: {
      message: 'Section 一 has no title for: {missing}',
      why: 'The form asks section 一 for five matters; they may stand in the text without titles.',
      todo: 'See whether these matters are told; add what is not.',
    },
  },
  'problems/none': {
    severity: 'warning',
    zh: {
      message: '第五部分没有写存在的问题：{quote}',
      why: '格式要求写明存在的主要问题及改进情况；只写“无”不符合要求。',
      todo: '写明主要问题和对应的改进情况。',
    },
    en: {
      message: 'Section 五 tells no problems: {quote}',
      why: 'The form asks for the main problems and what is done about them; 无 does not do.',
      todo: 'Tell the main problems and the improvement for each.',
    },
  },
  'problems/unpaired': {
    severity: 'info',
    zh: {
      message: '第五部分第 {number} 条只有问题或只有改进：{quote}',
      why: '问题与改进按序号对应，这一条没有找到对应的另一半。',
      todo: '核对序号；补上缺的问题或改进。',
    },
    en: {
      message: 'Item {number} of section 五 has a problem or an improvement alone: {quote}',
      why: 'Problems and improvements are paired by number; this one has no partner.',
      todo: 'Check the numbers; add what is missing.',
    },
  },
  'narrative/differs-from-table': {
    severity: 'warning',
    zh: {
      message: '正文说“{quote}”，而表中“{cell}”为 {table}',
      why: '正文的数字（{stated}）与表格不一致：可能有一处写错，也可能两处口径不同。',
      todo: '核对两处；口径不同的，在正文中说明。',
    },
    en: {
      message: 'The prose says “{quote}”, but “{cell}” in the table is {table}',
      why: 'The figure of the prose ({stated}) and that of the table differ: one is wrong, or they are of different scope.',
      todo: 'Check both; where the scope differs, say so in the text.',
    },
  },
  'narrative/sum-differs': {
    severity: 'warning',
    zh: {
      message: '正文中 {parts} 合计 {left}，而 {whole} 合计 {right}：“{quote}”',
      why: '正文自己列出的各项加起来与总数不符。',
      todo: '核对各项和总数，改正其中错的；没有列全的，写明“其中”。',
    },
    en: {
      message: 'In the prose {parts} adds up to {left}, but {whole} to {right}: “{quote}”',
      why: 'The parts that the prose lists do not make up its whole.',
      todo: 'Check the parts and the whole; where not all parts are listed, say so.',
    },
  },
  'narrative/change-differs': {
    severity: 'warning',
    zh: {
      message: '正文说的增减“{said}”与数字 {value} 对不上：“{quote}”',
      why: '按所说的增减幅度，算不出相应的上年数字。',
      todo: '核对本年、上年的数字和增减幅度。',
    },
    en: {
      message: 'The change “{said}” does not fit the figure {value}: “{quote}”',
      why: 'No earlier figure leads to this one by that change.',
      todo: 'Check the figures of both years and the change.',
    },
  },
  'narrative/all-finished': {
    severity: 'warning',
    zh: {
      message: '正文说“{quote}”，却有 {carriedForward} 件结转下年度',
      why: '全部办结与结转下年度互相矛盾。',
      todo: '核对办结和结转的件数。',
    },
    en: {
      message: 'The prose says “{quote}”, but {carriedForward} are carried forward',
      why: 'All finished and something carried forward contradict each other.',
      todo: 'Check how many were finished and how many carried forward.',
    },
  },
  'figure/negative': {
    severity: 'error',
    zh: {
      message: '“{label}”为负数：{value}',
      why: '件数和金额不会小于零（“本年增/减”除外）。',
      todo: '改正这一格。',
    },
    en: {
      message: '“{label}” is negative: {value}',
      why: 'Counts and amounts are not below zero; only the change from last year may be.',
      todo: 'Correct this cell.',
    },
  },
  'figure/fractional': {
    severity: 'error',
    zh: {
      message: '“{label}”应为整数：{value}',
      why: '这一格是件数；带小数的往往是填错了格，或把金额填进了件数。',
      todo: '改正这一格。',
    },
    en: {
      message: '“{label}” should be a whole number: {value}',
      why: 'The cell is a count; a fraction is often an amount in the wrong cell.',
      todo: 'Correct this cell.',
    },
  },
  'figure/yuan-under-wanyuan': {
    severity: 'warning',
    zh: {
      message: '“{label}”填的是 {raw}，像是以元为单位（{reason}）',
      why: '表头的单位是万元；按元填写会差一万倍。',
      todo: '核对单位，按万元填写。',
    },
    en: {
      message: '“{label}” holds {raw}, which looks like yuan ({reason})',
      why: 'The unit that the header states is ten thousand yuan; read otherwise the figure is wrong by that factor.',
      todo: 'Check the unit and give the amount in 万元.',
    },
  },
  'year/last-year-text': {
    severity: 'warning',
    zh: {
      message: '正文用的是 {found} 年，报告年度是 {year} 年：“{quote}”',
      why: '往往是沿用上年的文本而没有改。',
      todo: '核对这一段的年份和数字。',
    },
    en: {
      message: 'The text speaks of {found} in a report on {year}: “{quote}”',
      why: 'Last year’s text was often reused without change.',
      todo: 'Check the year and the figures of this passage.',
    },
  },
  'history/carried-over': {
    severity: 'warning',
    zh: {
      message: '“{label}”为 {value}，而上年报告的结转下年度为 {earlier}',
      why: '上年结转应等于上年度报告的“结转下年度继续办理”。',
      todo: '核对两年的报告，改正其中错的。',
    },
    en: {
      message: '“{label}” is {value}, but last year’s report carried {earlier} forward',
      why: 'What is carried over equals what last year’s report carried forward.',
      todo: 'Check both years’ reports and correct the wrong one.',
    },
  },
  'history/in-force': {
    severity: 'warning',
    zh: {
      message: '“{label}”为 {value}，按上年 {earlier} 加本年制发减废止应为 {computed}',
      why: '现行有效件数 = 上年现行有效件数 + 本年制发件数 − 本年废止件数。',
      todo: '核对这几格；口径有变化的请说明。',
    },
    en: {
      message: '“{label}” is {value}; last year’s {earlier} with what was issued and repealed gives {computed}',
      why: 'In force = in force last year + issued − repealed.',
      todo: 'Check these cells; where the scope changed, say so.',
    },
  },
  'history/change-differs': {
    severity: 'warning',
    zh: {
      message: '正文说的增减“{said}”与上年报告不符（上年 {earlier}，本年 {value}）：“{quote}”',
      why: '按上年报告的数字算出的增减幅度与正文不同。',
      todo: '核对两年的数字和增减幅度。',
    },
    en: {
      message: 'The change “{said}” does not fit last year’s report (then {earlier}, now {value}): “{quote}”',
      why: 'The change computed from last year’s report is another one.',
      todo: 'Check the figures of both years and the change.',
    },
  },
  'history/copied-text': {
    severity: 'warning',
    zh: {
      message: '“{section}”有 {percent}% 的句子与上年报告相同，如：“{passages}”',
      why: '大段沿用上年文本，数字和事项容易没有更新。',
      todo: '按本年情况改写，并核对其中的数字。',
    },
    en: {
      message: '{percent}% of the sentences of “{section}” are last year’s, such as “{passages}”',
      why: 'Where text is reused, figures and facts easily stay behind.',
      todo: 'Rewrite it for this year and check its figures.',
    },
  },
  'text/other-body': {
    severity: 'warning',
    zh: {
      message: '正文出现了另一单位的名称“{name}”：“{quote}”',
      why: '可能是套用了别的单位的文本。',
      todo: '核对；是套用的，改正这一段及其中的数字。',
    },
    en: {
      message: 'The text names another body, “{name}”: “{quote}”',
      why: 'Another body’s text may have been reused.',
      todo: 'Check it; if it was reused, correct the passage and its figures.',
    },
  },
  'file/missing': {
    severity: 'error',
    zh: {
      message: '文件不存在：列出之后被移走，或者是失效的链接',
      why: '列出时还在，读取时已经打不开。',
      todo: '确认文件没有被移动或改名，再运行一次。',
    },
    en: {
      message: 'No such file: it went after it was listed, or the link leads nowhere',
      why: 'It was there when it was listed and could not be opened.',
      todo: 'See whether it was moved or renamed, and run it again.',
    },
  },
  'file/no-permission': {
    severity: 'error',
    zh: {
      message: '没有读取权限',
      why: '操作系统不允许打开这个文件或文件夹。',
      todo: '检查它的权限，或请管理员授权后再运行一次。',
    },
    en: {
      message: 'No permission to read it',
      why: 'The operating system does not allow this file or folder to be opened.',
      todo: 'See its permissions, or ask who administers it, and run it again.',
    },
  },
  'file/not-regular': {
    severity: 'error',
    zh: {
      message: '这不是普通文件（管道、设备或文件夹）',
      why: '这类对象没有确定的内容，不能当作报告读取。',
      todo: '把它从文件夹中移走。',
    },
    en: {
      message: 'This is not a regular file (a pipe, a device, a folder)',
      why: 'Such a thing has no settled content and cannot be read as a report.',
      todo: 'Take it out of the folder.',
    },
  },
  'file/too-large': {
    severity: 'error',
    zh: {
      message: '文件过大，不像年报，没有读取',
      why: '年报正文不过几十 KB；为保证整批处理，超大的文件不读。',
      todo: '确认是否拿错；确为年报的，删去其中的附件或影像后另存。',
    },
    en: {
      message: 'Too large for a report; it was not read',
      why: 'The text of a report is some 20 kB; one huge file must not stop a batch.',
      todo: 'See whether it is the wrong file; if it is a report, take scans and attachments out and save it again.',
    },
  },
  'file/unreadable': {
    severity: 'error',
    zh: {
      message: '读取文件时系统报错：{detail}',
      why: '磁盘、网络或文件系统出了问题，内容没有读到。',
      todo: '检查存放位置是否正常，再运行一次；没有变化的文件不会重读。',
    },
    en: {
      message: 'The system failed to read the file: {detail}',
      why: 'The disk, the network or the file system failed; its content is unknown.',
      todo: 'See whether the place it lies in is sound, and run it again; files that did not change are not read again.',
    },
  },
  'file/lock': {
    severity: 'info',
    zh: {
      message: '这是 Word 或 WPS 打开文件时留下的锁文件，已跳过',
      why: '锁文件里只有打开者的名字，没有报告内容。',
      todo: '无须处理；正在编辑的文件，保存关闭后再运行一次。',
    },
    en: {
      message: 'A lock file that Word or WPS leaves while a document is open; skipped',
      why: 'It holds the name of who opened the document, not the report.',
      todo: 'Nothing to do; if the document is being edited, save and close it and run again.',
    },
  },
  'file/system': {
    severity: 'info',
    zh: {
      message: '这是操作系统的文件或隐藏文件，已跳过',
      why: '它不是报告。',
      todo: '无须处理。',
    },
    en: {
      message: 'A file of the system, or a hidden one; skipped',
      why: 'It is no report.',
      todo: 'Nothing to do.',
    },
  },
  'file/folder-seen': {
    severity: 'info',
    zh: {
      message: '这个文件夹已经读过（链接指回了它），不再进入',
      why: '沿着链接一直走下去不会结束，同一份文件也会读两次。',
      todo: '无须处理。',
    },
    en: {
      message: 'This folder was read already (a link leads back to it); not entered again',
      why: 'Following it would not end, and files would be read twice.',
      todo: 'Nothing to do.',
    },
  },
  'file/before-since': {
    severity: 'info',
    zh: {
      message: '文件的修改时间早于 --since，已跳过',
      why: '只要求读取某一天以后修改的文件。',
      todo: '要读取全部文件，去掉 --since。',
    },
    en: {
      message: 'Last changed before --since; skipped',
      why: 'Only files changed since a certain day were asked for.',
      todo: 'Leave --since out to read all.',
    },
  },
  'archive/opened': {
    severity: 'info',
    zh: {
      message: '压缩包已打开，里面的 {members} 个文件逐个列出',
      why: '压缩包本身不是报告。',
      todo: '无须处理。',
    },
    en: {
      message: 'The archive was opened; its {members} files are listed one by one',
      why: 'The archive itself is no report.',
      todo: 'Nothing to do.',
    },
  },
  'archive/damaged': {
    severity: 'error',
    zh: {
      message: '压缩包已损坏',
      why: '压缩包的目录或内容残缺，往往是下载或传输中断所致。',
      todo: '重新下载或索要这个压缩包。',
    },
    en: {
      message: 'The archive is damaged',
      why: 'Its directory or its content is cut off, mostly by a download that broke off.',
      todo: 'Download it or ask for it again.',
    },
  },
  'archive/encrypted': {
    severity: 'error',
    zh: {
      message: '压缩包设了密码，里面的文件没有读取',
      why: '没有密码不能解压。',
      todo: '用密码解压后，把文件放回文件夹再运行一次。',
    },
    en: {
      message: 'The archive has a password; its file was not read',
      why: 'It cannot be unpacked without the password.',
      todo: 'Unpack it with the password, put the files into the folder and run again.',
    },
  },
  'archive/too-large': {
    severity: 'error',
    zh: {
      message: '压缩包展开后过大，没有读取',
      why: '展开后的大小超过上限，可能是异常文件。',
      todo: '确认内容后手工解压，再读取其中的年报。',
    },
    en: {
      message: 'Too large when unpacked; it was not read',
      why: 'Its unpacked size is beyond the bound; it may be a hostile file.',
      todo: 'Look at it, unpack it by hand, and read the reports in it.',
    },
  },
  'archive/too-deep': {
    severity: 'error',
    zh: {
      message: '压缩包里的压缩包里还有压缩包，没有打开',
      why: '只打开两层压缩包，以免异常文件层层展开。',
      todo: '解压后把文件放回文件夹再运行一次。',
    },
    en: {
      message: 'An archive within an archive within an archive; it was not opened',
      why: 'Two levels are opened, so that a hostile file cannot unfold for ever.',
      todo: 'Unpack it, put the files into the folder and run again.',
    },
  },
  'archive/method': {
    severity: 'error',
    zh: {
      message: '压缩包用了不支持的压缩方式',
      why: '只支持 zip 的存储和 deflate 两种方式。',
      todo: '用系统自带的压缩功能重新打包，或解压后再运行一次。',
    },
    en: {
      message: 'The archive uses a compression that is not supported',
      why: 'Of zip, stored and deflated members are read.',
      todo: 'Pack it again with the system’s own tool, or unpack it, and run again.',
    },
  },
  'ingest/time-limit': {
    severity: 'error',
    zh: {
      message: '读取超过了时限，已放弃这份文件',
      why: '一份异常文件不能拖住整批处理。',
      todo: '单独用 ogi parse 读取它；确为年报的，另存为 .docx 后再试。',
    },
    en: {
      message: 'Reading took longer than allowed; this file was given up',
      why: 'One odd file must not hold up a batch.',
      todo: 'Read it alone with ogi parse; if it is a report, save it again as .docx and retry.',
    },
  },
  'ingest/memory-limit': {
    severity: 'error',
    zh: {
      message: '读取所需内存超过了上限，已放弃这份文件',
      why: '一份异常文件不能耗尽整台机器的内存。',
      todo: '删去其中的附件或影像后另存，再运行一次。',
    },
    en: {
      message: 'Reading needed more memory than allowed; this file was given up',
      why: 'One odd file must not take the memory of the machine.',
      todo: 'Take scans and attachments out, save it again and run again.',
    },
  },
  'ingest/crashed': {
    severity: 'error',
    zh: {
      message: '读取这份文件时程序出错：{detail}',
      why: '这是程序的缺陷；其他文件不受影响。',
      todo: '请把这份文件反馈给开发者；可先另存为 .docx 再试。',
    },
    en: {
      message: 'The program failed on this file: {detail}',
      why: 'This is a defect of the program; other files are not affected.',
      todo: 'Please report the file; saving it again as .docx may help meanwhile.',
    },
  },
  'duplicate/content': {
    severity: 'warning',
    zh: {
      message: '与“{kept}”内容完全相同，只保留那一份',
      why: '同一份报告不能计两次。',
      todo: '删去多余的一份。',
    },
    en: {
      message: 'The same content as “{kept}”; that one is kept',
      why: 'A report must not count twice.',
      todo: 'Remove one of them.',
    },
  },
  'duplicate/body-year': {
    severity: 'warning',
    zh: {
      message: '与“{kept}”是同一单位同一年度（{issuer}，{year}），保留修改时间较新的那一份',
      why: '同一单位同一年度只计一份。',
      todo: '确认哪一份是定稿，删去另一份；两份都对的，检查单位名称或年度是否写错。',
    },
    en: {
      message: 'The same body and year as “{kept}” ({issuer}, {year}); the one changed later is kept',
      why: 'One report a body and year counts.',
      todo: 'See which is final and remove the other; if both are right, see whether body or year is misprinted.',
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
      shift: '可能是一行的数字错开一格：若{figures}，全表勾稽关系成立',
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
      shift: 'Perhaps figures of a row are shifted by one cell: with {figures} every identity of the table holds',
      split: 'Perhaps digits of neighbouring cells are fused or split wrongly: with {figures} every identity of the table holds',
    },
  },
} as const
