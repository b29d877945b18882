import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { Bilingual } from '@/lib/onboarding/schema';

type Props = {
  /** `title` posts `titleFr` and `titleEn`. */
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  lines?: boolean;
  max: number;
  value?: Bilingual;
};

/** The same text in French and in English, side by side when there is room; without English the French stands in. */
export function TwoLanguages({ name, label, help, optional, lines, max, value }: Props) {
  const t = useTranslations('onboarding.template');
  const field = (code: 'Fr' | 'En') => {
    const language = code === 'Fr' ? 'fr' : 'en';
    const shared = {
      name: `${name}${code}`,
      label: t(`in.${language}`, { label }),
      help: code === 'Fr' ? help : undefined,
      optional: optional || code === 'En',
      lang: language,
      defaultValue: value?.[language],
    };
    return lines ? (
      <Textarea {...shared} rows={3} limit={{ characters: max }} />
    ) : (
      <TextInput {...shared} maxLength={max} />
    );
  };
  return (
    <div className="grid items-end gap-x-6 sm:grid-cols-2">
      {field('Fr')}
      {field('En')}
    </div>
  );
}
