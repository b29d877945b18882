/** Runs once when the server starts: follows each request's socket, warms the connection, starts the background work. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { followWires } = await import('@/lib/wire');
  followWires();
  if (process.env.COHORTE_JOBS === 'off') return;
  const { startJobs } = await import('@/lib/jobs');
  await startJobs();
}
