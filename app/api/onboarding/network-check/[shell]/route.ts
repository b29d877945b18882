import type { NextRequest } from 'next/server';
import { fileOf, missing } from '@/lib/download';
import { hostsIn, NETWORK_SITES, powerShellScript, shellScript } from '@/lib/onboarding/network';

/** A script to read and run: holds no secret, only host names, and is the same for everyone. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ shell: string }> }) {
  const { shell } = await params;
  const asked = hostsIn(request.nextUrl.searchParams.get('sites') ?? '').slice(0, 40);
  const hosts = asked.length > 0 ? asked : NETWORK_SITES;
  const encode = (text: string) => new TextEncoder().encode(text);
  if (shell === 'shell')
    return fileOf(encode(shellScript(hosts)), 'text/x-shellscript; charset=utf-8', 'cohorte-network-check.sh');
  if (shell === 'powershell')
    return fileOf(encode(powerShellScript(hosts)), 'text/plain; charset=utf-8', 'cohorte-network-check.ps1');
  return missing();
}
