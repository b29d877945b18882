/** Runs once when the server starts: warms the connection and starts the background work. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.COHORTE_JOBS === 'off') return;
  const { startJobs } = await import('@/lib/jobs');
  await startJobs();
}
