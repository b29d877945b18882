// The floors of the jury's pages: the same ranking from `pg` as a string, and one line written to everyone who listens.
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const listeners = new Set();
const asHtml = (text) => String(text ?? '').replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

http
  .createServer(async (request, response) => {
    const url = new URL(request.url, 'http://floor');
    if (url.pathname === '/live') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: seen\ndata: 0\n\n');
      listeners.add(response);
      return response.on('close', () => listeners.delete(response));
    }
    if (url.pathname === '/move') {
      for (const one of listeners) one.write(`event: seen\ndata: ${Date.now()}\n\n`);
      return response.end('moved');
    }
    const { rows } = await pool.query({
      name: 'ranking',
      text: `SELECT a.title, a.organisation_name, a.state, array_agg(r.marks::text) AS marks FROM application a
        JOIN review_assignment ra ON ra.application_id = a.id JOIN review r ON r.assignment_id = ra.id
        WHERE ra.stage_id = $1 GROUP BY a.id ORDER BY a.id`,
      values: [url.searchParams.get('stage')],
    });
    const lines = rows.map(
      (row) =>
        `<tr>${Object.values(row)
          .map((cell) => `<td>${asHtml(cell)}</td>`)
          .join('')}</tr>`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>ranking</title><table>${lines.join('')}</table>`);
  })
  .listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
