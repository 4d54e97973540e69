# Values of agreement, team differences, reliability and distances by R's multilevel, psych and base R, on
# generated answers: 240 people, 16 teams of 3 to 44, six items on 1-5, items 2 and 4 keyed the other way.
# `answers/team-answers.csv` is complete; `answers/team-answers-missing.csv` has gaps.
#
# Rscript tests/oracle/statistics.R

suppressMessages({
  library(multilevel)
  library(psych)
})
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1]))

set.seed(3)
sizes <- c(3, 4, 5, 5, 6, 8, 9, 12, 14, 15, 18, 20, 22, 25, 30, 44)
keys <- c(1, -1, 1, -1, 1, 1)
items <- paste0("i", 1:6)
team <- rep(sprintf("t%02d", seq_along(sizes)), sizes)
people <- length(team)
latent <- rep(rnorm(length(sizes), 0, .5), sizes) + rnorm(people, 0, .8)
answers <- sapply(1:6, function(j) {
  pmin(5, pmax(1, round(3 + keys[j] * (c(.9, .7, .8, .5, .6, 1)[j] * latent) + rnorm(people, 0, .9))))
})
colnames(answers) <- items
answers[team == "t03", ] <- 5 # a team of one mind, at the end of the scale
answers[team == "t02", ] <- matrix(c(1, 5, 1, 5), 4, 6) # and one in two camps
data <- data.frame(team, answers)
gaps <- data
gaps[items][matrix(runif(people * 6) < .05, people)] <- NA

write.csv(data, file.path(here, "answers/team-answers.csv"), row.names = FALSE, quote = FALSE)
write.csv(gaps, file.path(here, "answers/team-answers-missing.csv"), row.names = FALSE, quote = FALSE, na = "")

keyed <- function(x) sapply(1:6, function(j) if (keys[j] == 1) x[, j] else 6 - x[, j])
nulls <- c(
  uniform = 2, `slight-skew` = 1.34, `moderate-skew` = .9, `heavy-skew` = .44,
  triangular = 1.32, normal = 1.04
)
byName <- function(names, f) sapply(names, f, simplify = FALSE)

agreement <- list(
  teams = sort(unique(team)),
  rwgItem1 = byName(names(nulls), function(k) rwg(data$i1, team, nulls[[k]])$rwg),
  rwgJ = byName(names(nulls), function(k) rwg.j(data[items], team, nulls[[k]])$rwg.j),
  rwgJLindell = rwg.j.lindell(data[items], team)$rwg.lindell,
  adMean = ad.m(data[items], team)$AD.M,
  adMedian = ad.m(data[items], team, type = "median")$AD.M,
  adMeanItem1 = ad.m(data$i1, team)$AD.M,
  awg = awg(data[items], team)$a.wg,
  awgItem1 = awg(data$i1, team)$a.wg,
  meanSd = sapply(split(data[items], team), function(x) mean(sapply(x, sd)))
)

anova <- function(score, team) {
  model <- aov(score ~ as.factor(team))
  table <- summary(model)[[1]]
  ss <- table[["Sum Sq"]]
  ms <- table[["Mean Sq"]]
  df <- table[["Df"]]
  n <- as.vector(table(team))
  n0 <- (sum(n) - sum(n^2) / sum(n)) / df[1]
  ends <- table[["F value"]][1] / qf(c(.975, .025), df[1], df[2])
  list(
    msBetween = ms[1], msWithin = ms[2], f = table[["F value"]][1], p = table[["Pr(>F)"]][1],
    etaSquared = ss[1] / sum(ss), epsilonSquared = (ss[1] - df[1] * ms[2]) / sum(ss),
    omegaSquared = (ss[1] - df[1] * ms[2]) / (sum(ss) + ms[2]),
    icc1 = (ms[1] - ms[2]) / (ms[1] + (n0 - 1) * ms[2]),
    icc1PlainSize = ICC1(model), icc2 = ICC2(model), interval = (ends - 1) / (ends + n0 - 1)
  )
}
score <- rowMeans(keyed(answers))
# Equal teams, so that psych's ICC applies: the first eight people of each team that has them.
equal <- unlist(lapply(split(seq_along(team), team), function(rows) if (length(rows) >= 8) rows[1:8]))
icc <- suppressWarnings(ICC(matrix(score[equal], ncol = 8, byrow = TRUE), lmer = FALSE))$results[1, ]
teams <- anova(score, team)
teams$equal <- c(
  anova(score[equal], team[equal]),
  list(psych = c(icc$ICC, icc[["lower bound"]], icc[["upper bound"]]))
)

alphas <- function(x, use) {
  result <- suppressWarnings(alpha(as.data.frame(x), use = use, warnings = FALSE))
  list(
    alpha = result$total$raw_alpha, alphaIfDropped = result$alpha.drop$raw_alpha,
    itemTotal = result$item.stats$r.drop
  )
}
scores <- keyed(answers)
withGaps <- keyed(as.matrix(gaps[items]))
complete <- withGaps[complete.cases(withGaps), ]
omegaOf <- function(x) {
  suppressMessages(suppressWarnings(omega(x, nfactors = 1, plot = FALSE)))$omega.tot
}
# The minimum itself, to more digits than psych's optimizer stops at.
residuals <- function(l, R) {
  gap <- R - l %o% l
  diag(gap) <- 0
  sum(gap^2)
}
R <- cor(scores)
loadings <- optim(rep(.7, 6), residuals, R = R, method = "BFGS", control = list(reltol = 1e-16, maxit = 1e4))$par
reliability <- list(
  complete = alphas(scores, "complete.obs"), pairwise = alphas(withGaps, "pairwise"),
  listwise = alphas(complete, "complete.obs"), listwisePeople = nrow(complete),
  omega = omegaOf(scores), omegaPairwise = omegaOf(cov2cor(cov(withGaps, use = "pairwise"))),
  psychLoadings = as.vector(fa(scores, 1)$loadings), loadings = loadings,
  omegaFromLoadings = 1 - sum(1 - loadings^2) / sum(R),
  firstFifty = alphas(scores[1:50, ], "complete.obs")$alpha
)

distances <- mahalanobis(scores, colMeans(scores), cov(scores))
gapRows <- complete.cases(withGaps)
distance <- list(
  first = distances[1:12], largest = max(distances),
  farOut = sum(distances > qchisq(.999, 6)),
  gapsFirst = mahalanobis(complete, colMeans(complete), cov(complete))[1:12]
)

json <- function(x, indent = "\t") {
  if (is.list(x)) {
    fields <- vapply(names(x), function(name) {
      paste0(indent, '"', name, '": ', json(x[[name]], paste0(indent, "\t")))
    }, "")
    return(paste0("{\n", paste(fields, collapse = ",\n"), "\n", sub("\t", "", indent), "}"))
  }
  one <- function(v) {
    if (is.character(v)) paste0('"', v, '"') else if (is.na(v)) "null" else trimws(formatC(v, digits = 12, format = "g"))
  }
  values <- vapply(unname(x), one, "")
  if (length(values) == 1) values else paste0("[", paste(values, collapse = ", "), "]")
}
cat(json(list(
  agreement = agreement, betweenTeams = teams, reliability = reliability, distance = distance
)), "\n", sep = "", file = file.path(here, "expected/statistics.json"))
