export const HELP = `
npm run score -- [answers.csv] [options]

Scores a file of answers and prints a summary. Nothing leaves this machine. You see everything, small groups
too; for what you pass on to others, there is --publish.

The file: one row for each person, one column for each item, a header line. Comma, semicolon or tab; quotes and
a byte order mark are fine. Without a file name, or with -, it is read from standard input.

  item columns    named by the item's id (voice-1), or by its full wording; also as LimeSurvey and
                  Google Forms export them
  answers         numbers of the scale (1 to 5), or labels ("Almost never"); "not sure"; empty, NA or N/A
                  for no answer
  team            optional column "team" (or another one, see --group)
  lens            optional column "lens": member, leader, customer or partner; or guess, for employees who
                  answer as they think customers would: with rows of customers, the analysis has a mirror
  seconds         optional column "seconds" or "duration": how long the person took
  person          optional column "person" (or another one, see --person): a code, the same in both rounds and only
                  once in each. Read with --before only; then each one's answers are compared with their own
  all others      ignored

Options
  --before FILE      the answers of an earlier round, in a file of the same kind: what has changed since, with 95 %
                     intervals. Teams are the same when their names are; people need not be. Where codes of
                     people link at least half of a team's two rounds, its change is that of the same people, and
                     much surer
  --person COLUMN    the column of codes of people, in both files
  --instrument FILE  your own instrument (JSON) instead of Holoscope's
  --form FORM        which form was asked; found from the columns when not given. Where lenses were asked
                     different forms: --form member=full,customer=quick
  --teams FILE       CSV with the columns team and headcount: needed for "these people, now", for response rates and
                     for weighing teams by size. Teams are shown in its order
  --group COLUMN     the column whose values are the teams
  --lens LENS        who answered, when the file has no lens column (default: member); with a lens column,
                     only rows of this lens are scored
  --skip-bad-rows    leave out rows that cannot be read, and list them
  --json FILE        write the whole analysis as JSON; - for standard output
  --csv FILE         write all scores as a table; - for standard output
  --pdf FILE         write a report of the organization, or of the one team there is; - for standard output
  --paper PAPER      of the report: a4 or letter (default: a4)
  --name NAME        the organization's, for the report
  --day DAY          what the report is dated, as in 2026-11-22 (default: today). The same answers, options
                     and day give the same bytes
  --publish K        write only what may be shown to everybody: no number for fewer than K people (4 to 20),
                     none from which one could be worked out. Holds for summary, --json, --csv and --pdf.
                     Needs --teams. The ledger in the JSON lists every fact that is told. Codes of people are
                     not read. Guesses come along beside customers who were asked the short form, as in
                     --form customer=quick. With --before, a change is told where both rounds may be:
  --before-teams FILE  with --publish: the teams and headcounts of the earlier round
  --days-between N     with --publish: days from the end of the earlier round to the start of this one. Below 28
                     both ask about the same weeks, and what only a few people changed is hidden
  --seed NUMBER      seed of the shuffles in the chance test (default: 1)
  --quiet            no summary and no progress
  --help             this text

Ends with
  0  done             2  an option is wrong          4  a file cannot be read or written
  1  our fault        3  the answers are wrong: nothing was written

Examples
  npm run score -- answers.csv --teams teams.csv --json analysis.json
  npm run score -- answers.csv --teams teams.csv --pdf report.pdf --name "Northwind Foods"
  npm run score -- answers.csv --teams teams.csv --publish 5 --pdf for-everybody.pdf
  npm run score -- export.csv --group Department --lens customer --form quick
  npm run score -- autumn.csv --before spring.csv --teams teams.csv
  npm run score -- autumn.csv --before spring.csv --person code --teams teams.csv --csv changes.csv
  cat answers.csv | npm run --silent score -- --csv - > scores.csv
`.trim();
