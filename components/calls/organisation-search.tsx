'use client';
import { type FormEvent, useRef, useState } from 'react';
import { TextInput } from '@/components/ui/text-input';
import type { Parts } from '@/lib/calls/answers';

type Found = { id: string; name: string; acronym: string | null; siret: string | null; parent: string | null };
type Props = { name: string; parts: Parts; required: boolean; labels: Record<string, string> };

const PAUSE_MS = 250;

/**
 * Name, SIRET and parent of an administration. With scripts the browser's own list offers those the programme knows;
 * choosing one fills the rest. What is written stays what one writes: choosing is never compulsory.
 */
export function OrganisationSearch({ name, parts, required, labels }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef<{ timer?: ReturnType<typeof setTimeout>; request?: AbortController }>({});
  const [found, setFound] = useState<Found[]>([]);
  const [said, setSaid] = useState(labels.known ?? '');
  const list = `${name.replace(/\W+/g, '-')}-known`;
  const control = (part: string) =>
    box.current?.querySelector<HTMLInputElement>(`input[name="${name}.${part}"]`) ?? null;

  const choose = (one: Found) => {
    const values = { id: one.id, name: one.name, siret: one.siret ?? '', parent: one.parent ?? '' };
    for (const [part, value] of Object.entries(values)) {
      const input = control(part);
      if (input) input.value = value;
    }
    setSaid((labels.chosen ?? '').replace('{name}', one.name));
  };
  const search = async (q: string) => {
    asked.current.request?.abort();
    asked.current.request = new AbortController();
    try {
      const { signal } = asked.current.request;
      const response = await fetch(`/api/organisations?q=${encodeURIComponent(q)}`, { signal });
      const all = (await response.json()) as Found[];
      setFound(all);
      const exact = all.find((one) => one.siret !== null && one.siret === q.replace(/\s/g, ''));
      if (exact) choose(exact);
      else setSaid(sentence(labels, all.length));
    } catch {
      // Searching is a help: without the network one writes the name, as without scripts.
    }
  };
  const typed = (event: FormEvent<HTMLDivElement>) => {
    const input = event.target as HTMLInputElement;
    if (input.name !== `${name}.name` && input.name !== `${name}.siret`) return;
    clearTimeout(asked.current.timer);
    const q = input.value.trim();
    const one = input.name.endsWith('.name') ? found.find((known) => known.name === q) : undefined;
    if (one) return choose(one);
    const id = control('id');
    if (id) id.value = '';
    setSaid('');
    const enough = input.name.endsWith('.siret') ? /^[\d\s]{9,}$/.test(q) : q.length >= 2;
    if (enough) asked.current.timer = setTimeout(() => void search(q), PAUSE_MS);
  };

  return (
    <div ref={box} onInput={typed}>
      <input type="hidden" name={`${name}.id`} defaultValue={parts.id ?? ''} />
      <TextInput
        name={`${name}.name`}
        label={labels.name}
        help={labels.help}
        defaultValue={parts.name ?? ''}
        autoComplete="off"
        list={list}
      />
      <datalist id={list}>
        {found.map((one) => (
          <option key={one.id} value={one.name}>
            {[one.acronym, one.parent, one.siret].filter(Boolean).join(', ')}
          </option>
        ))}
      </datalist>
      <p className="hint" role="status">
        {said}
      </p>
      <div className="parts">
        <TextInput
          name={`${name}.siret`}
          label={labels.siret}
          defaultValue={parts.siret ?? ''}
          optional={required}
          autoComplete="off"
          inputMode="numeric"
          width="medium"
        />
        <TextInput
          name={`${name}.parent`}
          label={labels.parent}
          defaultValue={parts.parent ?? ''}
          optional={required}
          autoComplete="off"
        />
      </div>
    </div>
  );
}

function sentence(labels: Record<string, string>, count: number): string {
  if (count === 0) return labels.none ?? '';
  return (count === 1 ? labels.one : labels.many?.replace('{count}', String(count))) ?? '';
}
