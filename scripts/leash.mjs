// Loaded into the server started by `npm start`: when its starter is killed outright, it stops too and frees its port.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
