# The list of statistics of statistics-vs-r.bench.ts by multilevel and psych. Arguments: a CSV with a team and
# items on 1-5, and how often to repeat. Prints the median milliseconds of each part, after one round of
# warm-up, then a few of the values, so that both sides can be seen to compute the same.

suppressMessages({
  library(multilevel)
  library(psych)
})
arguments <- commandArgs(TRUE)
data <- read.csv(arguments[1])
rounds <- as.integer(arguments[2])
team <- data$team
items <- data[-1]

agreement <- function() {
  single <- lapply(items, function(item) {
    list(rwg = rwg(item, team), ad = ad.m(item, team), awg = awg(item, team))
  })
  list(
    single = single, rwgJ = rwg.j(items, team), lindell = rwg.j.lindell(items, team),
    adMean = ad.m(items, team), adMedian = ad.m(items, team, type = "median"), awg = awg(items, team)
  )
}
betweenTeams <- function() {
  lapply(c(items, list(score = rowMeans(items))), function(score) {
    model <- aov(score ~ as.factor(team))
    list(anova = summary(model), icc1 = ICC1(model), icc2 = ICC2(model))
  })
}
reliability <- function() {
  list(
    alpha = psych::alpha(items, warnings = FALSE),
    omega = suppressMessages(omega(items, nfactors = 1, plot = FALSE))$omega.tot
  )
}

parts <- list(agreement = agreement, betweenTeams = betweenTeams, reliability = reliability)
results <- suppressWarnings(lapply(parts, function(part) part()))
for (name in names(parts)) {
  times <- suppressWarnings(replicate(rounds, system.time(parts[[name]]())[["elapsed"]]))
  cat(name, 1000 * median(times), "\n")
}
cat("rwgJ", mean(results$agreement$rwgJ$rwg.j), "\n")
cat("adMedian", mean(results$agreement$adMedian$AD.M), "\n")
cat("awg", mean(results$agreement$awg$a.wg), "\n")
cat("icc1", results$betweenTeams$score$icc1, "\n")
cat("icc2", results$betweenTeams$score$icc2, "\n")
cat("alpha", results$reliability$alpha$total$raw_alpha, "\n")
cat("omega", results$reliability$omega, "\n")
