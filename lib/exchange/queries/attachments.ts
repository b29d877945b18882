import { rows } from '@/lib/db';
import { type Expected, expectedOf } from '@/lib/exchange/attachments';
import { mayImport } from '@/lib/exchange/policy';
import type { Viewer } from '@/lib/viewer';

type Row = {
  applicationId: string;
  key: string;
  rest: { id: string; label: string; value: unknown }[];
  joined: { source: string; position: number }[];
};

export type NamedAttachment = Expected & { here: boolean };

/** The attachments that the imported files of a call name, and which of them are here. One query. */
export async function namedAttachments(viewer: Viewer, callId: string): Promise<NamedAttachment[]> {
  if (!mayImport(viewer)) return [];
  const found = await rows<Row>(
    `SELECT i.application_id::text AS "applicationId", i.key, jsonb_path_query_array(i.rest, '$[*] ? (exists (@.value.files))') AS rest,
       COALESCE((SELECT json_agg(json_build_object('source', j.source, 'position', j.position))
         FROM imported_attachment j WHERE j.application_id = i.application_id), '[]') AS joined
     FROM imported_file i WHERE i.call_id = $1::uuid AND i.kind = 'demarches' AND jsonb_typeof(i.rest) = 'array' ORDER BY i.key`,
    [callId],
  );
  return found.flatMap(({ rest, joined, ...file }) =>
    expectedOf(file, rest).map((one) => ({
      ...one,
      here: joined.some(({ source, position }) => source === one.source && position === one.position),
    })),
  );
}

export type JoinedLink = { source: string; fileId: string; name: string };

/** Of one imported file, what was joined to it. One query. */
export async function joinedLinks(viewer: Viewer, applicationId: string): Promise<JoinedLink[]> {
  if (!mayImport(viewer)) return [];
  return rows<JoinedLink>(
    `SELECT i.source, f.id::text AS "fileId", f.name FROM imported_attachment i JOIN stored_file f ON f.id = i.file_id
     WHERE i.application_id = $1::uuid ORDER BY i.source, i.position`,
    [applicationId],
  );
}
