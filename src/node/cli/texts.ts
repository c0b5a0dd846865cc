/**
 * The words of the command itself; messages of diagnostics are in the catalogue. Both languages in one file, under one
 * type: who changes a sentence has the other one before him, and neither can lack a word.
 */
import type { Language } from '../../diagnostic/catalogue.ts'
import type { OutputProblem } from '../ingest/output-error.ts'
import type { Outcome } from '../ingest/source-entry.ts'
import type { IngestProgress } from '../ingest/write-ingest.ts'
import type { CommandName } from './commands.ts'

export interface CommandText {
  /** One line for the list of commands. */
  summary: string
  /** What follows `ogi <command>`. */
  usage: string
  /** What each of its options does, by name. */
  options: Readonly<Record<string, string>>
  /** Further lines: what it writes, examples. */
  notes?: readonly string[]
}

export interface Texts {
  about: string
  headings: { usage: string; commands: string; options: string; common: string }
  common: Readonly<Record<string, string>>
  moreHelp: string
  commands: Readonly<Record<CommandName, CommandText>>
  usage: {
    unknownCommand(name: string, near: string | null): string
    unknownOption(name: string, near: string | null): string
    valueNotTaken(name: string): string
    valueMissing(name: string): string
    notANumber(name: string, value: string): string
    valueUnknown(name: string, value: string, choices: readonly string[], near: string | null): string
    tooManyArguments(argument: string): string
    noFiles(command: string): string
    unknownCode(code: string, near: string | null): string
    seeHelp(command: string): string
  }
  dashboard: { needsOut: string }
  /** Of the commands that work on an ingest. */
  collection: {
    needsFolder(command: string): string
    needsCountyAndFolder: string
    needsTwo: string
    twoOfAKind: string
    noIngest(folder: string): string
    badYear(value: string): string
    noYear(years: readonly number[], folder?: string): string
    noSuchYear(year: number | null, years: readonly number[]): string
    unknownBody(name: string): string
    emptyRoster: string
    damagedLine(path: string, line: number): string
    written(path: string): string
  }
  failure: {
    prefix: string
    missing: string
    noPermission: string
    isFolder: string
    notAFolder: string
    notAFile: string
    tooLarge(megabytes: number): string
    other(detail: string): string
    notWritten(detail: string): string
    internal(detail: string): string
  }
  output: Readonly<Record<Exclude<OutputProblem, 'other'>, string>>
  check: {
    unknownIssuer: string
    suggestion: string
    todo: string
    summary(files: number, counts: { error: number; warning: number; info: number }, unread: number): string
    tooManyWarnings(found: number, limit: number): string
  }
  explain: { why: string; todo: string }
  ingest: IngestText
}

export interface IngestText {
  stages: Readonly<Record<IngestProgress['stage'], string>>
  /** What a progress line says after its count. */
  rate(perSecond: number): string
  left(seconds: number): string
  findings(errors: number, warnings: number, failed: number): string
  needsOut: string
  badSince(value: string): string
  badJobs(value: string): string
  counts(counts: Readonly<Record<Outcome, number>>, parsed: number): string
  foundInAll(errors: number, warnings: number): string
  outputs(path: string): string
  unchanged: string
  stopped: string
}

const duration = (seconds: number, minutesWord: string, secondsWord: string): string =>
  seconds < 60 ? `${seconds}${secondsWord}` : `${Math.floor(seconds / 60)}${minutesWord}${seconds % 60}${secondsWord}`

const zh: Texts = {
  about: '读取政府信息公开工作年度报告，得到带类型、经核对的数据。离线运行，结果确定。',
  headings: { usage: '用法', commands: '命令', options: '选项', common: '通用选项' },
  common: {
    lang: '界面语言（默认按环境变量 LANG，其余为中文）',
    'no-color': '不用颜色（也可设环境变量 NO_COLOR）',
    quiet: '只显示失败',
    debug: '出错时显示调用栈',
    help: '显示帮助',
    version: '显示版本',
  },
  moreHelp: '某个命令的帮助：ogi <命令> --help',
  commands: {
    parse: {
      summary: '读取报告，输出为 JSON、逐格数据、CSV、Markdown 或 HTML',
      usage: '文件…',
      options: {
        format: '输出格式（默认 json）；多个文件时 json 为每行一份（NDJSON）',
        edition: '按哪一版格式读表（默认按表中标签判断）',
        explain: '说明每张由文本复原的表是怎样读出来的（输出到标准错误）',
      },
      notes: ['文件名写 - 表示标准输入。诊断信息写到标准错误。', '有文件不能读取时退出码为 1，其余文件照常处理。'],
    },
    check: {
      summary: '读取并核对文件或文件夹',
      usage: '路径…',
      options: {
        format: '输出格式（默认 text）',
        'max-warnings': '警告超过此数时退出码为 1',
        feedback: '在此文件夹里为每份报告写一份反馈清单（.md 和 .docx）',
        roster: '单位名单（CSV）：正文里出现其中别的镇街名称时提示',
      },
      notes: ['同一单位有上年报告时一并核对，文本中出现其他单位名称时提示。', '发现错误级问题，或有文件不能读取时退出码为 1。'],
    },
    ingest: {
      summary: '成批读取一个文件夹里的全部报告，写出数据、数据库和工作簿',
      usage: '文件夹 --out 结果文件夹',
      options: {
        out: '写出结果的文件夹',
        roster: '应报送单位的名册（CSV），用于列出谁没有报送',
        jobs: '同时读取的线程数（默认按处理器数）',
        since: '只读取这一天及以后修改的文件（如 2025-01-01）',
        fresh: '全部重新读取，不沿用以前的结果',
      },
      notes: [
        '子文件夹和 .zip 里的报告也读取。没有变化的文件不重读。随时可按 Ctrl-C，再次运行会接着做。',
        '有文件不能读取时退出码为 1，其余照常处理；结果写不出来时退出码为 2，原有结果不动。',
      ],
    },
    aggregate: {
      summary: '汇总一个读取结果文件夹（ogi ingest 的输出）：合计、覆盖面、比率',
      usage: '文件夹',
      options: {
        roster: '单位名单（CSV：名称、别名、类型、级别、上级）；默认用文件夹里的 roster.csv',
        of: '只汇总名单中这个单位之下的单位',
        year: '只看这一年度；可写多次',
        by: '最近一年按层级、类型或上级分列，代替各年对照',
        full: '列出表三的全部申请人，不只是总计',
        json: '输出 JSON',
        xlsx: '写出工作簿',
        docx: '按官方格式写出年报初稿（最近一年）',
        issuer: '年报初稿的单位名称（默认为 --of 的单位，或名单里最上级的单位）',
        edition: '年报初稿用哪一版格式（默认 2021）',
      },
      notes: [
        '未知不当作零：有单位没有数字的合计写作 ≥，存疑的带 ?，并注明 n/m 个单位有数字。',
        '存疑（有错误或警告）的数字计入合计，同时另列其中确定的部分。2019 年和 2021 年格式不同的栏目不相加。',
        '例：ogi aggregate out --roster roster.csv --of 奉化区 --docx 奉化区.docx --xlsx 奉化区.xlsx',
      ],
    },
    reconcile: {
      summary: '核对汇总年报与各单位合计，逐格指出差额和可能的原因',
      usage: '汇总年报 文件夹',
      options: { roster: '单位名单（CSV）；默认用文件夹里的 roster.csv', json: '输出 JSON' },
      notes: ['有不一致时退出码为 1。原因只是线索，不是结论。', '例：ogi reconcile 奉化区.docx out'],
    },
    compare: {
      summary: '对比两份年报，或两个读取结果文件夹（两个年度）',
      usage: '甲 乙',
      options: {
        json: '输出 JSON',
        html: '写出网页',
        roster: '单位名单（CSV）；默认用第二个文件夹里的 roster.csv',
        from: '甲取哪一年度（默认最近一年）',
        to: '乙取哪一年度（默认最近一年）',
      },
      notes: ['例：ogi compare 2021.docx 2022.docx', '例：ogi compare out out --from 2021 --to 2022 --html 对比.html'],
    },
    dashboard: {
      summary: '把读取结果做成一个网页看板，断网也能打开',
      usage: '读取结果文件夹 --out 看板.html',
      options: {
        out: '写出的网页',
        json: '另写一份供其他看板使用的 JSON',
        roster: '应报送单位的名册（CSV）；默认用结果文件夹里的 roster.csv',
        of: '只看名册中这个单位下属的单位',
      },
      notes: ['例：ogi dashboard out --out 看板.html', '网页不访问网络。接入现有看板的办法见 docs/dashboards.md。'],
    },
    schema: { summary: '输出数据模型的 JSON Schema（draft 2020-12）', usage: '', options: {} },
    explain: {
      summary: '解释一个诊断代码；不写代码则列出全部',
      usage: '[代码]',
      options: {},
    },
  },
  usage: {
    unknownCommand: (name, near) => `没有“${name}”这个命令${near === null ? '' : `，是不是 ${near}？`}`,
    unknownOption: (name, near) => `没有 ${name} 这个选项${near === null ? '' : `，是不是 ${near}？`}`,
    valueNotTaken: name => `选项 ${name} 不带值`,
    valueMissing: name => `选项 ${name} 需要一个值`,
    notANumber: (name, value) => `选项 ${name} 的值“${value}”不是一个数`,
    valueUnknown: (name, value, choices, near) =>
      `选项 ${name} 的值“${value}”不对，应为 ${choices.join('、')} 之一${near === null ? '' : `，是不是 ${near}？`}`,
    tooManyArguments: argument => `多出的参数：${argument}`,
    noFiles: command => `请写出要处理的文件，例如：ogi ${command} 年报.docx`,
    unknownCode: (code, near) => `没有“${code}”这个诊断代码${near === null ? '' : `，是不是 ${near}？`}`,
    seeHelp: command => `查看帮助：ogi ${command === '' ? '' : `${command} `}--help`,
  },
  dashboard: { needsOut: '请用 --out 写明网页文件，例如：ogi dashboard out --out 看板.html' },
  collection: {
    needsFolder: command => `请写出读取结果的文件夹（ogi ingest 的输出），例如：ogi ${command} out`,
    needsCountyAndFolder: '请写出汇总年报和读取结果的文件夹，例如：ogi reconcile 汇总.docx out',
    needsTwo: '请写出要对比的两份年报，或两个读取结果文件夹',
    twoOfAKind: '一个是读取结果文件夹，另一个不是：请给出两份年报，或两个由 ogi ingest 写出的文件夹',
    noIngest: folder => `“${folder}”里没有 reports.ndjson；请先运行 ogi ingest 年报文件夹 --out ${folder}`,
    badYear: value => `“${value}”不是年度，应为四位数，例如 2022`,
    noYear: (years, folder) =>
      `${folder === undefined ? '' : `“${folder}”里`}没有所选年度的报告；已有：${years.join('、') || '无'}`,
    noSuchYear: (year, years) =>
      `${year === null ? '不能确定汇总年报的年度' : `没有 ${year} 年的报告可供核对`}；已有：${years.join('、') || '无'}`,
    unknownBody: name => `名单里没有“${name}”，或有几个单位叫这个名字；请写全称`,
    emptyRoster: '名单里没有一个单位可用；请改正后再运行',
    damagedLine: (path, line) => `${path} 第 ${line} 行不是本版本的年报数据；请重新运行 ogi ingest`,
    written: path => `已写出 ${path}`,
  },
  failure: {
    prefix: '错误',
    missing: '文件不存在；请检查路径是否写对',
    noPermission: '没有读取权限；请检查文件的权限设置',
    notAFolder: '这不是文件夹；请写出存放年报的文件夹',
    isFolder: '这是文件夹；处理文件夹请用 ogi check 或 ogi ingest',
    notAFile: '这不是普通文件',
    tooLarge: megabytes => `文件超过 ${megabytes} MB，不像年报，没有读取`,
    other: detail => `不能读取（${detail}）`,
    notWritten: detail => `不能写出，原有内容未动（${detail}）；请换一个位置，或查明原因后再运行`,
    internal: detail => `程序内部错误：${detail}。请加 --debug 再运行一次，并把输出反馈给开发者`,
  },
  output: {
    notAFolder: '输出位置不是文件夹；请换一个位置',
    folderMissing: '要写入的文件夹不存在；请先建好文件夹，或换一个位置',
    isFolder: '这是文件夹，不能写成文件；请换一个文件名',
    notWritable: '没有写入权限，原有内容未动；请检查权限，或换一个位置',
    full: '磁盘空间不足，原有内容未动，写了一半的已清除；请腾出空间后再运行',
    locked: '另一个 ogi ingest 正在写这个文件夹；请等它结束',
    busy: '有文件正被其他程序打开（例如 Excel、WPS）；请关闭后再运行，会接着完成',
    noDatabase: '没有安装数据库组件；请重新安装（npm install @duckdb/node-api）',
  },
  check: {
    unknownIssuer: '（单位不明）',
    suggestion: '改法',
    todo: '处理',
    summary: (files, { error, warning, info }, unread) =>
      `${files} 份报告：${error} 个错误，${warning} 个警告，${info} 个提示${unread === 0 ? '' : `；另有 ${unread} 个文件未能读取`}`,
    tooManyWarnings: (found, limit) => `警告 ${found} 个，超过 --max-warnings ${limit}`,
  },
  explain: { why: '原因', todo: '处理' },
  ingest: {
    stages: { reading: '读取', writing: '写出', database: '建立数据库', workbook: '写工作簿' },
    rate: perSecond => `每秒 ${perSecond} 份`,
    left: seconds => `剩余约 ${duration(seconds, '分', '秒')}`,
    findings: (errors, warnings, failed) => `错误 ${errors} 警告 ${warnings} 未能读取 ${failed}`,
    needsOut: '请用 --out 写明输出文件夹，例如：ogi ingest 2024年报 --out 结果',
    badSince: value => `--since 应为日期，例如 2025-01-01，而不是“${value}”`,
    badJobs: value => `--jobs 应为 1 到 64 的整数，而不是“${value}”`,
    counts: (counts, parsed) =>
      `读到报告 ${counts.parsed} 份（本次解析 ${parsed} 份），重复 ${counts.duplicate}，不是年报 ${counts['not-a-report']}，未能读取 ${counts.failed}，跳过 ${counts.skipped}`,
    foundInAll: (errors, warnings) => `问题：错误 ${errors} 条，警告 ${warnings} 条`,
    outputs: path => `结果在 ${path}`,
    unchanged: '没有变化，原有结果未动',
    stopped: '已停止，原有结果未动；再次运行会接着做',
  },
}

const en: Texts = {
  about: 'Reads Chinese annual reports on open government information into typed, checked data. Offline and deterministic.',
  headings: { usage: 'Usage', commands: 'Commands', options: 'Options', common: 'Common options' },
  common: {
    lang: 'language of messages (default: by LANG, else Chinese)',
    'no-color': 'no colours (or set NO_COLOR)',
    quiet: 'show failures only',
    debug: 'show the stack of an error',
    help: 'show help',
    version: 'show the version',
  },
  moreHelp: 'Help on a command: ogi <command> --help',
  commands: {
    parse: {
      summary: 'read reports; write them as JSON, facts, CSV, Markdown or HTML',
      usage: 'FILE…',
      options: {
        format: 'output format (default json); json of several files is one report a line (NDJSON)',
        edition: 'read the tables by this edition of the form (default: as their labels tell)',
        explain: 'say on standard error how each table rebuilt from text was read',
      },
      notes: [
        'A file named - is standard input. Diagnostics go to standard error.',
        'Exit code 1 when a file could not be read; the others are still done.',
      ],
    },
    check: {
      summary: 'read and check files or folders',
      usage: 'PATH…',
      options: {
        format: 'output format (default text)',
        'max-warnings': 'exit code 1 when there are more warnings than this',
        feedback: 'write a list of findings for each report (.md and .docx) into this folder',
        roster: 'roster of bodies (CSV): another town’s name in a text is remarked',
      },
      notes: [
        'A body’s report of the year before, where it is among the files, is compared; other bodies’ names in a text are remarked.',
        'Exit code 1 when there are findings of severity error, or a file could not be read.',
      ],
    },
    ingest: {
      summary: 'read every report below a folder; write data, a database and a workbook',
      usage: 'FOLDER --out DIR',
      options: {
        out: 'folder for the results',
        roster: 'CSV of the bodies that are expected to file, to list who has not',
        jobs: 'how many threads read (default: by processors)',
        since: 'only files changed on this day or later (such as 2025-01-01)',
        fresh: 'read everything again, take nothing over from earlier runs',
      },
      notes: [
        'Subfolders and .zip archives are read too. Files that did not change are not read again. Ctrl-C is safe: the next run goes on.',
        'Exit code 1 when a file could not be read (the others are done), 2 when the results could not be written (the old ones stay).',
      ],
    },
    aggregate: {
      summary: 'add up an ingest (what ogi ingest wrote): sums, coverage, rates',
      usage: 'DIR',
      options: {
        roster: 'roster of bodies (CSV: name, aliases, kind, level, parent); default: roster.csv in DIR',
        of: 'add only what stands below this body of the roster',
        year: 'this year only; may be given several times',
        by: 'the latest year by level, kind or parent, instead of the years side by side',
        full: 'every applicant of table 3, not the totals alone',
        json: 'print JSON',
        xlsx: 'write a workbook',
        docx: 'write a draft of the report in the official form (latest year)',
        issuer: 'whose report the draft is (default: the body of --of, or the top of the roster)',
        edition: 'the edition of that draft (default 2021)',
      },
      notes: [
        'Unknown is not zero: a sum that lacks bodies is printed with ≥, a doubted one with ?, both with n/m bodies.',
        'Doubted figures (with errors or warnings) are added, and the sure part is told beside. What the forms of 2019 and 2021 do not share is not added together.',
        'Example: ogi aggregate out --roster roster.csv --of 奉化区 --docx county.docx --xlsx county.xlsx',
      ],
    },
    reconcile: {
      summary: 'check a county’s report against the sums of its bodies, with what may explain each difference',
      usage: 'REPORT DIR',
      options: { roster: 'roster of bodies (CSV); default: roster.csv in DIR', json: 'print JSON' },
      notes: [
        'Exit code 1 when something differs. Explanations are hints, not findings.',
        'Example: ogi reconcile county.docx out',
      ],
    },
    compare: {
      summary: 'compare two reports, or two ingests (two years)',
      usage: 'A B',
      options: {
        json: 'print JSON',
        html: 'write a page',
        roster: 'roster of bodies (CSV); default: roster.csv in B',
        from: 'year to take from A (default: the latest)',
        to: 'year to take from B (default: the latest)',
      },
      notes: [
        'Example: ogi compare 2021.docx 2022.docx',
        'Example: ogi compare out out --from 2021 --to 2022 --html changes.html',
      ],
    },
    dashboard: {
      summary: 'make one page to look at from an ingest; it opens without a network',
      usage: 'DIR --out F.html',
      options: {
        out: 'the page',
        json: 'the same figures as JSON for other dashboards',
        roster: 'CSV of the bodies that are expected to file (default: roster.csv in DIR)',
        of: 'only the bodies below this one of the roster',
      },
      notes: [
        'Example: ogi dashboard out --out dashboard.html',
        'The page contacts no network. Other dashboards: docs/dashboards.md.',
      ],
    },
    schema: { summary: 'print the JSON Schema of the model (draft 2020-12)', usage: '', options: {} },
    explain: { summary: 'explain a diagnostic’s code; without one, list all', usage: '[CODE]', options: {} },
  },
  usage: {
    unknownCommand: (name, near) => `There is no command “${name}”${near === null ? '' : `; did you mean ${near}?`}`,
    unknownOption: (name, near) => `There is no option ${name}${near === null ? '' : `; did you mean ${near}?`}`,
    valueNotTaken: name => `Option ${name} takes no value`,
    valueMissing: name => `Option ${name} needs a value`,
    notANumber: (name, value) => `Option ${name} needs a number, not “${value}”`,
    valueUnknown: (name, value, choices, near) =>
      `Option ${name} cannot be “${value}”: one of ${choices.join(', ')}${near === null ? '' : `; did you mean ${near}?`}`,
    tooManyArguments: argument => `One argument too many: ${argument}`,
    noFiles: command => `Name the files to read, for example: ogi ${command} report.docx`,
    unknownCode: (code, near) => `There is no diagnostic “${code}”${near === null ? '' : `; did you mean ${near}?`}`,
    seeHelp: command => `For help: ogi ${command === '' ? '' : `${command} `}--help`,
  },
  dashboard: { needsOut: 'Name the page with --out, for example: ogi dashboard out --out dashboard.html' },
  collection: {
    needsFolder: command => `Name the folder of an ingest, for example: ogi ${command} out`,
    needsCountyAndFolder: 'Name the county’s report and the folder of an ingest, for example: ogi reconcile county.docx out',
    needsTwo: 'Name the two reports, or the two folders of ingests, to compare',
    twoOfAKind: 'One is the folder of an ingest and the other is not: name two reports, or two folders that ogi ingest wrote',
    noIngest: folder => `There is no reports.ndjson in “${folder}”; first run ogi ingest FOLDER --out ${folder}`,
    badYear: value => `“${value}” is no year: four digits, such as 2022`,
    noYear: (years, folder) =>
      `There are no reports of that year${folder === undefined ? '' : ` in “${folder}”`}; there are: ${years.join(', ') || 'none'}`,
    noSuchYear: (year, years) =>
      `${year === null ? 'The year of the report cannot be known' : `There are no reports of ${year} to check it with`}; there are: ${years.join(', ') || 'none'}`,
    unknownBody: name => `No body of the roster, or more than one, is called “${name}”; use its full name`,
    emptyRoster: 'The roster has no body that can be used; correct it and run again',
    damagedLine: (path, line) => `${path}, line ${line}, is no report of this version; run ogi ingest again`,
    written: path => `Wrote ${path}`,
  },
  failure: {
    prefix: 'error',
    missing: 'no such file; see whether the path is right',
    noPermission: 'no permission to read it; see its permissions',
    notAFolder: 'this is not a folder; name the folder in which the reports are',
    isFolder: 'this is a folder; for folders use ogi check or ogi ingest',
    notAFile: 'this is not a regular file',
    tooLarge: megabytes => `larger than ${megabytes} MB, which no report is; it was not read`,
    other: detail => `cannot be read (${detail})`,
    notWritten: detail =>
      `cannot be written; what was there is untouched (${detail}); give another place, or mend the cause and run again`,
    internal: detail => `internal error: ${detail}. Please run it again with --debug and report what it prints`,
  },
  output: {
    notAFolder: 'the place for the outputs is not a folder; give another place',
    folderMissing: 'the folder to write into does not exist; make it first, or give another place',
    isFolder: 'this is a folder, which a file cannot replace; give another name',
    notWritable: 'no permission to write there; what was there is untouched; see its permissions or give another place',
    full: 'the disk is full; what was there is untouched, what was half written is gone; make room and run again',
    locked: 'another ogi ingest is writing into this folder; wait until it ends',
    busy: 'another program (Excel, WPS) has a file open; close it and run again, which will finish the work',
    noDatabase: 'the database library is not installed; install it again (npm install @duckdb/node-api)',
  },
  check: {
    unknownIssuer: '(unknown body)',
    suggestion: 'Mend',
    todo: 'To do',
    summary: (files, { error, warning, info }, unread) =>
      `${files} reports: ${error} errors, ${warning} warnings, ${info} remarks${unread === 0 ? '' : `; ${unread} more files could not be read`}`,
    tooManyWarnings: (found, limit) => `${found} warnings, more than --max-warnings ${limit}`,
  },
  explain: { why: 'Why', todo: 'To do' },
  ingest: {
    stages: { reading: 'reading', writing: 'writing', database: 'building the database', workbook: 'writing the workbook' },
    rate: perSecond => `${perSecond}/s`,
    left: seconds => `${duration(seconds, 'min ', 's')} left`,
    findings: (errors, warnings, failed) => `${errors} errors, ${warnings} warnings, ${failed} not read`,
    needsOut: 'Name the folder for the outputs with --out, for example: ogi ingest reports --out results',
    badSince: value => `--since is a date such as 2025-01-01, not “${value}”`,
    badJobs: value => `--jobs is a whole number from 1 to 64, not “${value}”`,
    counts: (counts, parsed) =>
      `${counts.parsed} reports (${parsed} parsed in this run), ${counts.duplicate} duplicates, ${counts['not-a-report']} not reports, ${counts.failed} not read, ${counts.skipped} skipped`,
    foundInAll: (errors, warnings) => `Findings: ${errors} errors, ${warnings} warnings`,
    outputs: path => `The results are in ${path}`,
    unchanged: 'Nothing changed; the results were left as they are',
    stopped: 'Stopped; the results that were there are untouched, and the next run goes on from here',
  },
}

export const texts: Readonly<Record<Language, Texts>> = { zh, en }
