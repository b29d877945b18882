import type { PanelsAnswer } from './panels';
import type { PanelBreach } from './panels-check';
import type { PanelItem } from './panels-contradiction';
import type { PanelRule } from './panels-model';

// Plain English for the command line. The screens word the same structures from messages/.

const rules: Record<PanelRule, string> = {
  comparable: 'all panels are linked by files they share',
  pinned: 'pinned jurors hear their file',
  apart: 'some jurors are never together',
  former_fellow: 'every panel has its former fellows',
  panel_files: 'every panel hears a number of files within its limits',
  panel_size: 'every panel has a number of jurors within its limits',
  seats: 'every juror sits as often as said',
  team_away: 'teams come only in half-days when they are free',
  juror_away: 'jurors sit only in half-days when they are free',
  same_half_day: 'a file is heard once at most in a half-day',
  barred: 'nobody is in a panel that hears a file they are in conflict with',
  hearings: 'every file is heard by as many panels as said',
};

export function summarisePanels({ status, objective, bound, panels, unmet, explanation }: PanelsAnswer): string[] {
  if (status === 'undecided') return ['Time ran out before panels were found or proved impossible.'];
  if (status === 'infeasible')
    return [
      'No panels respect every rule.',
      ...(explanation.contradiction
        ? [
            `These rules contradict each other: ${explanation.contradiction.rules.map((rule) => rules[rule]).join('; ')}.`,
            ...(explanation.contradiction.minimal
              ? []
              : ['Time ran out before this set was cut down to its smallest.']),
          ]
        : []),
      ...(explanation.contradiction?.items.length ? [`Whose: ${itemWords(explanation.contradiction.items)}.`] : []),
      ...(explanation.relaxation
        ? [`The cheapest way out: ${explanation.relaxation.concessions.slice(0, 8).map(breach).join('; ')}.`]
        : []),
      ...(panels.length > 0
        ? [
            `The panels given keep every prohibition and leave ${unmet.length} demands unmet: ${unmet.slice(0, 8).map(breach).join('; ')}.`,
          ]
        : []),
    ];
  const proof =
    status === 'optimal'
      ? 'no panels that respect every rule are worth more'
      : `time ran out before the proof: at most ${bound} points are possible`;
  const unknown = explanation.themesUnknown.map(({ proposal, theme }) => `${theme} (${proposal})`);
  return [
    `${panels.length} panels, ${objective} points; ${proof}.`,
    ...(unknown.length > 0 ? [`Known by nobody in the panel: ${unknown.join(', ')}.`] : []),
    ...(explanation.comparableParts > 1
      ? [
          `The panels form ${explanation.comparableParts} groups that share no file: their severity cannot be told from the quality of their files.`,
        ]
      : []),
  ];
}

/** "team away: p1, p2; apart: a and b". */
function itemWords(items: readonly PanelItem[]): string {
  return [...Map.groupBy(items, ({ kind }) => kind)]
    .map(([kind, own]) => {
      const names = own.map(({ juror, jurors, proposal }) =>
        jurors ? jurors.join(' and ') : [juror, proposal].filter(Boolean).join(' on '),
      );
      const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
      return `${rules[kind]} (${names.slice(0, 8).join(', ')}${more})`;
    })
    .join('; ');
}

function breach(unmet: PanelBreach): string {
  const panel = 'panel' in unmet ? `panel ${unmet.panel + 1}` : '';
  switch (unmet.kind) {
    case 'panel_size':
      return `${panel} has ${unmet.given} jurors`;
    case 'panel_files':
      return `${panel} hears ${unmet.given} files`;
    case 'former_fellow':
      return `${panel} has ${unmet.given} former fellows of ${unmet.wanted}`;
    case 'hearings':
      return `${unmet.proposal} is heard by ${unmet.given} of ${unmet.wanted} panels`;
    case 'seats':
      return `${unmet.juror} sits ${unmet.given} times`;
    case 'pinned':
      return `${unmet.juror} does not hear ${unmet.proposal}`;
    case 'not_comparable':
      return `panels form ${unmet.parts} groups that share no file`;
    default:
      return unmet.kind.replaceAll('_', ' ');
  }
}
