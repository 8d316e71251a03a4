/** `completion`: a script by which a shell completes this program's commands, options, and what they take. */
import type { Command, Option } from 'commander';
import type { CliDeps } from './deps.js';
import { CommandFailure } from './deps.js';

/** What may stand where the command line's help writes `<…>`; names of files when it is not here. */
export type Values = Readonly<Record<string, readonly string[]>>;

const ZSH_BEGINS = `(( $+functions[compdef] )) || { autoload -U compinit && compinit; }
autoload -U +X bashcompinit && bashcompinit`;

const SCRIPTS: Readonly<Record<string, (name: string, commands: readonly Completed[]) => string>> = {
  bash: bashScript,
  // It runs scripts for bash, once its own completion is on.
  zsh: (name, commands) => `${ZSH_BEGINS}\n${bashScript(name, commands)}`,
  fish: fishScript,
};

export const shells: readonly string[] = Object.keys(SCRIPTS);

export function completion(shell: string, root: Command, values: Values, { stdout }: CliDeps): void {
  const script = SCRIPTS[shell];
  if (script === undefined) {
    throw new CommandFailure(2, `there is no completion for "${shell}"; there is for ${shells.join(', ')}`);
  }
  stdout(script(root.name(), completed(root, values)));
}

interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its first argument may be; `files`: any file; null: it takes none. */
  readonly operand: readonly string[] | 'files' | null;
}

interface CompletedOption {
  readonly short: string | undefined;
  readonly long: string;
  readonly description: string;
  /** What it takes after it; null: nothing. */
  readonly takes: readonly string[] | 'files' | null;
}

function completed(root: Command, values: Values): readonly Completed[] {
  const valuesOf = (name: string) => values[name] ?? ('files' as const);
  const optionOf = ({ short, long, flags, description, required, optional }: Option): CompletedOption => ({
    short,
    long: long ?? flags,
    description,
    takes: required || optional ? valuesOf(/<([^>.]+)/.exec(flags)?.[1] ?? '') : null,
  });
  const help = root.createHelp();
  return help.visibleCommands(root).map((command) => {
    const [first] = command.registeredArguments;
    return {
      name: command.name(),
      description: command.description(),
      options: help.visibleOptions(command).map(optionOf),
      operand: first === undefined || command.name() === 'help' ? null : valuesOf(first.name()),
    };
  });
}

function bashScript(name: string, commands: readonly Completed[]): string {
  const names = commands.map((command) => command.name).join(' ');
  const cases = commands.map(({ name: command, options, operand }) => {
    const taking = options
      .filter(({ takes }) => takes !== null)
      .map(({ short, long, takes }) => {
        const flags = [short, long].filter((flag) => flag !== undefined).map((flag) => `${command}:${flag}`);
        return `    ${flags.join('|')}) ${reply(takes ?? [])} ;;`;
      });
    const flags = options.flatMap(({ short, long }) => (short === undefined ? [long] : [short, long])).join(' ');
    const other = operand === null ? ':' : reply(operand);
    return [
      ...taking,
      `    ${command}:*) if [[ $word == -* ]]; then ${reply(flags.split(' '))}; else ${other}; fi ;;`,
    ].join('\n');
  });
  return `_${functionName(name)}() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted(`${names} --help --version`)} -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}:$before" in
${cases.join('\n')}
  esac
}
complete -o bashdefault -o default -F _${functionName(name)} ${name}
`;
}

/** With \`files\` nothing is answered, and the shell goes on with names of files. */
function reply(values: readonly string[] | 'files'): string {
  return values === 'files' ? ':' : `COMPREPLY=($(compgen -W ${quoted(values.join(' '))} -- "$word"))`;
}

function fishScript(name: string, commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name: command, description, options, operand }) => {
    const within = `complete -c ${name} -n ${quoted(`__fish_seen_subcommand_from ${command}`)}`;
    return [
      `complete -c ${name} -f -n __fish_use_subcommand -a ${command} -d ${quoted(description)}`,
      ...(operand === 'files' ? [] : [`${within} -f${operand === null ? '' : ` -a ${quoted(operand.join(' '))}`}`]),
      ...options.map(({ short, long, description: told, takes }) => {
        const flags = `${short === undefined ? '' : ` -s ${short.slice(1)}`} -l ${long.slice(2)}`;
        const value = takes === null ? '' : takes === 'files' ? ' -r -F' : ` -x -a ${quoted(takes.join(' '))}`;
        return `${within}${flags}${value} -d ${quoted(told)}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function functionName(name: string): string {
  return name.replaceAll('-', '_');
}

/** One word for the shells. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
