// Runs before every command, on whatever Node is there: plain JavaScript that Node 12 can read.
const NEEDED = 24;
const found = Number(process.versions.node.split('.')[0]);

if (found < NEEDED) {
  console.error(
    `Digestgraph needs Node.js ${NEEDED} or newer and this is ${process.versions.node}: run it through npm after \`npm ci\` without --ignore-scripts, which brings Node.js ${NEEDED} along, or install Node.js ${NEEDED}.`,
  );
  process.exit(1);
}
