import { type ChallengeGroup, canonical } from './challenge-groups';
import type { CohortKey } from './cohorts';
import type { Register } from './issues';
import { isPlaceholder } from './names';
import { organisationKey } from './organisations';
import type { RawReference } from './raw';
import { compact, distance, fold } from './text';

/** What a person's record names: challenges, or the programme's own team. */
export type Resolved = { challenges: (ChallengeGroup | { id: string })[]; team: boolean };
type Asker = { key: string; cohorts: ReadonlySet<CohortKey>; years: ReadonlySet<number> };

const TEAM =
  /^(eig (team|node)|equipe( du)?( programme)?( eig)?|(le )?programme( eig)?|accompagnement|etalab|coordination)$/;

/** Finds challenges by the page or the name given; what cannot be found is asked, with what it most looks like. */
export class ChallengeIndex {
  constructor(
    readonly groups: readonly ChallengeGroup[],
    private readonly register: Register,
  ) {}

  resolve(ref: RawReference, who: Asker): Resolved {
    const found = this.find(ref, who);
    if (found) return { challenges: found, team: false };
    if (TEAM.test(fold(ref.label))) return { challenges: [], team: true };
    const parts = ref.label.split(/\s*[,;/&]\s*|\s+et\s+/).filter(Boolean);
    if (parts.length > 1) {
      const each = parts.map((label) => this.find({ ...ref, label, path: null }, who));
      if (each.every((item) => item !== null)) {
        // One field made for several names is a list; a list's item that holds two is a slip.
        if (ref.field.includes('[')) this.register.ask({ ...issueOf(ref, who), reason: 'several_names' });
        return { challenges: each.flat(), team: false };
      }
      if (!ref.field.includes('['))
        return merge(parts.map((label) => this.resolve({ ...ref, field: `${ref.field}[]`, label }, who)));
    }
    if (isPlaceholder(ref.label)) {
      this.register.ask({ ...issueOf(ref, who), reason: 'placeholder' });
      return { challenges: [], team: false };
    }
    const near = this.nearest(ref.label, who);
    const suggestion = near && { key: near.key, label: near.names[0]! };
    const choice = this.register.ask({ ...issueOf(ref, who), reason: 'unresolved_reference', suggestion });
    if (choice?.act !== 'link') return { challenges: [], team: false };
    const chosen = this.groups.find((group) => choice.keys.includes(group.key));
    return { challenges: chosen ? [chosen] : choice.target ? [{ id: choice.target }] : [], team: false };
  }

  private find(ref: RawReference, who: Asker): ChallengeGroup[] | null {
    const placed = ref.path ? this.groups.find((group) => group.paths.has(ref.path!)) : undefined;
    if (placed) {
      if (ref.label && !placed.names.some((name) => alike(name, ref.label))) {
        const suggestion = { key: placed.key, label: placed.names[0]! };
        this.register.ask({ ...issueOf(ref, who), reason: 'label_mismatch', suggestion });
      }
      return [placed];
    }
    const called = this.groups.filter((group) => group.names.some((name) => compact(name) === compact(ref.label)));
    if (called.length === 1) return called;
    const named = this.groups.filter((group) => group.names.some((name) => canonical(name) === canonical(ref.label)));
    const close = named.length > 1 ? named.filter((group) => timely(group, who)) : named;
    return close.length === 1 ? close : null;
  }

  private nearest(label: string, who: Asker): ChallengeGroup | null {
    const key = canonical(label);
    if (!key) return null;
    const scored = this.groups.map((group) => {
      const gap = Math.min(...group.names.map((name) => distance(canonical(name), key)));
      const host = group.raws.some((raw) => raw.administration && hostsSound(raw.administration, label));
      const inside = group.names.some((name) => alike(name, label));
      const score = gap <= Math.max(1, key.length / 5) ? gap : inside ? 10 : host ? 20 : Number.POSITIVE_INFINITY;
      return { group, score: score + (timely(group, who) ? 0 : 3) };
    });
    const [best] = scored.sort((a, b) => a.score - b.score);
    return best && Number.isFinite(best.score) ? best.group : null;
  }
}

function issueOf(ref: RawReference, who: Asker) {
  return {
    file: ref.file,
    field: ref.field,
    value: ref.label || (ref.path ?? ''),
    about: 'challenge' as const,
    subject: who.key,
  };
}

function timely(group: ChallengeGroup, who: Asker): boolean {
  return who.cohorts.has(group.cohort) || (group.year !== null && who.years.has(group.year));
}

/** The same name, with or without its administration before it, or a part of it; a stray sign at the end is worth seeing. */
function alike(one: string, other: string): boolean {
  if (/[/,;|:]\s*$/.test(other)) return false;
  const [a, b] = [bare(one), bare(other)];
  return a === b || (Math.min(a.length, b.length) > 3 && (a.includes(b) || b.includes(a)));
}

const bare = (name: string): string => canonical(name.replace(/^[^-–—]{2,40}\s[-–—]\s/, ''));

function hostsSound(administration: string, label: string): boolean {
  const key = organisationKey(label);
  return key.length > 2 && organisationKey(administration).includes(key);
}

function merge(all: Resolved[]): Resolved {
  return { challenges: all.flatMap((item) => item.challenges), team: all.some((item) => item.team) };
}
