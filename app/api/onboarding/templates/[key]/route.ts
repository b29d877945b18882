import { currentViewer } from '@/lib/auth/session';
import { fileOf, missing } from '@/lib/download';
import { templateOf } from '@/lib/onboarding/queries/templates';
import { writeTemplate } from '@/lib/onboarding/sharing';

/** A template as YAML: the version being prepared, or the one in force; what the editor's import reads back. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const template = await templateOf(await currentViewer(), (await params).key);
  if (!template) return missing();
  const bytes = new TextEncoder().encode(writeTemplate(template.definition));
  return fileOf(bytes, 'application/yaml; charset=utf-8', `${template.key}-v${template.number}.yaml`);
}
