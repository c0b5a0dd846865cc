/** The words of the command itself, in both languages. Messages of diagnostics are in the catalogue. */
import type { Language } from '../../diagnostic/catalogue.ts'
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
    valueUnknown(name: string, value: string, choices: readonly string[], near: string | null): string
    tooManyArguments(argument: string): string
    noFiles(command: string): string
    unknownCode(code: string, near: string | null): string
    seeHelp(command: string): string
  }
  failure: {
    prefix: string
    missing: string
    noPermission: string
    isFolder: string
    notAFile: string
    tooLarge(megabytes: number): string
    other(detail: string): string
    internal(detail: string): string
  }
  explain: { why: string; todo: string }
}

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
      },
      notes: ['文件名写 - 表示标准输入。诊断信息写到标准错误。', '有文件不能读取时退出码为 1，其余文件照常处理。'],
    },
    check: {
      summary: '读取并核对文件或文件夹',
      usage: '路径…',
      options: { format: '输出格式' },
      notes: ['发现错误级问题时退出码为 1。'],
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
    valueUnknown: (name, value, choices, near) =>
      `选项 ${name} 的值“${value}”不对，应为 ${choices.join('、')} 之一${near === null ? '' : `，是不是 ${near}？`}`,
    tooManyArguments: argument => `多出的参数：${argument}`,
    noFiles: command => `请写出要处理的文件，例如：ogi ${command} 年报.docx`,
    unknownCode: (code, near) => `没有“${code}”这个诊断代码${near === null ? '' : `，是不是 ${near}？`}`,
    seeHelp: command => `查看帮助：ogi ${command === '' ? '' : `${command} `}--help`,
  },
  failure: {
    prefix: '错误',
    missing: '文件不存在；请检查路径是否写对',
    noPermission: '没有读取权限；请检查文件的权限设置',
    isFolder: '这是文件夹；处理文件夹请用 ogi check 或 ogi ingest',
    notAFile: '这不是普通文件',
    tooLarge: megabytes => `文件超过 ${megabytes} MB，不像年报，没有读取`,
    other: detail => `不能读取（${detail}）`,
    internal: detail => `程序内部错误：${detail}。请加 --debug 再运行一次，并把输出反馈给开发者`,
  },
  explain: { why: '原因', todo: '处理' },
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
      },
      notes: [
        'A file named - is standard input. Diagnostics go to standard error.',
        'Exit code 1 when a file could not be read; the others are still done.',
      ],
    },
    check: {
      summary: 'read and check files or folders',
      usage: 'PATH…',
      options: { format: 'output format' },
      notes: ['Exit code 1 when there are findings of severity error.'],
    },
    schema: { summary: 'print the JSON Schema of the model (draft 2020-12)', usage: '', options: {} },
    explain: { summary: 'explain a diagnostic’s code; without one, list all', usage: '[CODE]', options: {} },
  },
  usage: {
    unknownCommand: (name, near) => `There is no command “${name}”${near === null ? '' : `; did you mean ${near}?`}`,
    unknownOption: (name, near) => `There is no option ${name}${near === null ? '' : `; did you mean ${near}?`}`,
    valueNotTaken: name => `Option ${name} takes no value`,
    valueMissing: name => `Option ${name} needs a value`,
    valueUnknown: (name, value, choices, near) =>
      `Option ${name} cannot be “${value}”: one of ${choices.join(', ')}${near === null ? '' : `; did you mean ${near}?`}`,
    tooManyArguments: argument => `One argument too many: ${argument}`,
    noFiles: command => `Name the files to read, for example: ogi ${command} report.docx`,
    unknownCode: (code, near) => `There is no diagnostic “${code}”${near === null ? '' : `; did you mean ${near}?`}`,
    seeHelp: command => `For help: ogi ${command === '' ? '' : `${command} `}--help`,
  },
  failure: {
    prefix: 'error',
    missing: 'no such file; see whether the path is right',
    noPermission: 'no permission to read it; see its permissions',
    isFolder: 'this is a folder; for folders use ogi check or ogi ingest',
    notAFile: 'this is not a regular file',
    tooLarge: megabytes => `larger than ${megabytes} MB, which no report is; it was not read`,
    other: detail => `cannot be read (${detail})`,
    internal: detail => `internal error: ${detail}. Please run it again with --debug and report what it prints`,
  },
  explain: { why: 'Why', todo: 'To do' },
}

export const texts: Readonly<Record<Language, Texts>> = { zh, en }
