import { rows } from '@/lib/db';
import type { Viewer } from '@/lib/viewer';

export type OwnProfile = {
  slug: string;
  name: string;
  email: string;
  headline: string;
  bio: string;
  skills: string[];
  links: { url: string; title?: string | null }[];
  visibility: 'public' | 'members' | 'private';
  locale: 'fr' | 'en';
  theme: 'system' | 'light' | 'dark';
};

/** What one may change about oneself. */
export async function ownProfile(viewer: Viewer): Promise<OwnProfile | null> {
  if (viewer.kind !== 'person') return null;
  const [found] = await rows<OwnProfile>(
    'SELECT slug, name, email, headline, bio, skills, links, visibility, locale, theme FROM person WHERE id = $1',
    [viewer.id],
  );
  return found ?? null;
}
