/** The network check: what it asks, and how its text result is read. Written and read by the product only. */
export const NETWORK_SITES = [
  'github.com',
  'gitlab.com',
  'www.npmjs.com',
  'www.python.org',
  'cran.r-project.org',
  'stackoverflow.com',
  'www.figma.com',
  'hub.docker.com',
  'www.data.gouv.fr',
];
export const NETWORK_PORTS = [
  { port: 22, host: 'github.com' },
  { port: 21, host: 'ftp.gnu.org' },
];

const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Host names only, so that nothing else can ever be written into a script. */
export const hostsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((host) => HOST.test(host)),
  ),
];

export type NetworkResult = {
  sites: { host: string; ok: boolean }[];
  ports: { port: number; ok: boolean }[];
  proxy: string | null;
  /** The check ran to its end: a result cut short proves nothing. */
  complete: boolean;
};

/** Reads a pasted result, whatever a mail, a terminal or a spreadsheet did to it; null when it is not one. */
export function readNetwork(text: string): NetworkResult | null {
  const lines = text
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll('\0', '')
    .replace(/\u00A0/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[\s>|*]+/, '').trim());
  if (!lines.some((line) => /^cohorte-network-check 1$/.test(line))) return null;
  const sites = new Map<string, boolean>();
  const ports = new Map<number, boolean>();
  let proxy: string | null = null;
  for (const line of lines) {
    const site = /^https ([a-z0-9.-]+) (ok|fail)\b/.exec(line);
    const port = /^port (\d{1,5}) (?:[a-z0-9.-]+ )?(ok|fail)\b/.exec(line);
    const through = /^proxy (\S+)/.exec(line);
    if (site?.[1]) sites.set(site[1], site[2] === 'ok');
    if (port?.[1]) ports.set(Number(port[1]), port[2] === 'ok');
    if (through?.[1] && through[1] !== 'none') proxy = through[1].slice(0, 200);
  }
  return {
    sites: [...sites].map(([host, ok]) => ({ host, ok })),
    ports: [...ports].map(([port, ok]) => ({ port, ok })),
    proxy,
    complete: lines.includes('end'),
  };
}

/** Open: complete, every site and every port reached. */
export const isOpen = (result: NetworkResult): boolean =>
  result.complete &&
  result.sites.length > 0 &&
  NETWORK_PORTS.every(({ port }) => result.ports.some((one) => one.port === port && one.ok)) &&
  [...result.sites, ...result.ports].every((one) => one.ok);

/** For a Linux or macOS terminal: curl for the sites, bash or nc for the ports. */
export function shellScript(hosts: string[]): string {
  return `#!/bin/sh
# Checks that this machine reaches the Internet as fellows need it. Sends nothing: read it, run it, copy what it prints.
echo "cohorte-network-check 1"
echo "date $(date -u +%Y-%m-%dT%H:%M:%SZ)"
site() {
  code=$(curl -s -o /dev/null -w '%{http_code}' --connect-timeout 8 --max-time 15 "https://$1/" 2>/dev/null)
  if [ -n "$code" ] && [ "$code" != 000 ]; then echo "https $1 ok $code"; else echo "https $1 fail"; fi
}
port() {
  if command -v nc >/dev/null 2>&1; then nc -z -w 8 "$2" "$1" >/dev/null 2>&1
  else timeout 8 bash -c "exec 3<>/dev/tcp/$2/$1" >/dev/null 2>&1
  fi
  if [ $? -eq 0 ]; then echo "port $1 $2 ok"; else echo "port $1 $2 fail"; fi
}
${hosts.map((host) => `site ${host}`).join('\n')}
${NETWORK_PORTS.map(({ port, host }) => `port ${port} ${host}`).join('\n')}
proxy="\${https_proxy:-\${HTTPS_PROXY:-\${http_proxy:-\${HTTP_PROXY:-none}}}}"
echo "proxy $(printf '%s' "$proxy" | sed 's#//[^@/]*@#//#')"
echo "end"
`;
}

/** For Windows: PowerShell 5 and later. */
export function powerShellScript(hosts: string[]): string {
  const script = `# Checks that this machine reaches the Internet as fellows need it. Sends nothing: read it, run it, copy what it prints.
$ErrorActionPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
Write-Output 'cohorte-network-check 1'
Write-Output ('date ' + (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ'))
function Test-Site($name) {
  $code = 0
  try { $code = [int](Invoke-WebRequest -Uri "https://$name/" -Method Head -TimeoutSec 15 -UseBasicParsing).StatusCode }
  catch { if ($_.Exception.Response) { $code = [int]$_.Exception.Response.StatusCode } }
  if ($code -gt 0) { Write-Output "https $name ok $code" } else { Write-Output "https $name fail" }
}
function Test-Port($number, $name) {
  $client = New-Object Net.Sockets.TcpClient
  $open = $false
  try { $open = $client.ConnectAsync($name, $number).Wait(8000) -and $client.Connected } catch { }
  $client.Close()
  if ($open) { Write-Output "port $number $name ok" } else { Write-Output "port $number $name fail" }
}
${hosts.map((host) => `Test-Site '${host}'`).join('\n')}
${NETWORK_PORTS.map(({ port, host }) => `Test-Port ${port} '${host}'`).join('\n')}
$address = [Uri]'https://${hosts[0] ?? 'github.com'}/'
$through = [Net.WebRequest]::GetSystemWebProxy().GetProxy($address)
if ($through -and $through.Host -ne $address.Host) { Write-Output ('proxy ' + $through.Scheme + '://' + $through.Authority) } else { Write-Output 'proxy none' }
Write-Output 'end'
`;
  return script.replace(/\n/g, '\r\n');
}
