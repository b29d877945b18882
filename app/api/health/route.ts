import { databaseAnswers } from '@/lib/health';

/** For monitors: 200 when the database answers, 503 otherwise; says nothing else. */
export async function GET() {
  const healthy = await databaseAnswers();
  return Response.json({ ok: healthy }, { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
