# Team and organization scores and their intervals, in base R, on generated answers to our full form: six teams of
# 2 to 16 answers from 3 to 30 people, some answers missing or not sure, one sheet all alike.
# From the project's root:
#   Rscript tests/oracle/scores.R > tests/oracle/expected/scores.json
source("tests/oracle/json.R")

lines <- readLines("src/lib/content/instruments/holoscope-2026.1/en.json")
keyed <- grep('"key": -?1', lines)
value <- function(at) gsub('.*: "?([^",]*)"?,?$', "\\1", lines[at])
items <- data.frame(id = value(keyed - 2), dimension = value(keyed - 1), key = as.numeric(value(keyed)))
stopifnot(nrow(items) == 36)
spectrum <- setdiff(unique(items$dimension), "give-and-get")

set.seed(41)
teams <- data.frame(team = c("Harbor", "Kitchen", "Night shift", "Office", "Sales", "Workshop"),
  answers = c(5, 16, 3, 12, 2, 14), headcount = c(6, 18, 5, 30, 3, 14))
team <- rep(teams$team, teams$answers)
people <- length(team)
level <- rep(c(.6, -.4, 0, .9, -.8, .2), teams$answers) + rnorm(people, 0, .6)
answers <- sapply(items$key, function(key) pmin(5, pmax(1, round(3 + key * .9 * level + rnorm(people, 0, .9)))))
colnames(answers) <- items$id
answers[matrix(runif(length(answers)) < .06, people)] <- NA
answers[9, ] <- 4
written <- ifelse(is.na(answers), ifelse(runif(length(answers)) < .5, "", "Not sure"), answers)
write.csv(data.frame(team, written, check.names = FALSE), "tests/oracle/answers/scores.csv", row.names = FALSE, quote = FALSE)
write.csv(teams[c("team", "headcount")], "tests/oracle/answers/scores-teams.csv", row.names = FALSE, quote = FALSE)

# A sheet of one answer only does not count.
alike <- apply(answers, 1, function(x) sum(!is.na(x)) >= 10 && length(unique(x[!is.na(x)])) == 1)
left_out <- table(factor(team[alike], teams$team))
answers <- answers[!alike, ]; team <- factor(team[!alike], teams$team)

points <- sapply(seq_len(36), function(j) 25 * (if (items$key[j] == 1) answers[, j] - 1 else 5 - answers[, j]))
score_of <- function(dimension) {
  own <- items$dimension == dimension
  plus <- rowSums(!is.na(points[, own & items$key == 1])); minus <- rowSums(!is.na(points[, own & items$key == -1]))
  ifelse(plus > 0 & minus > 0, rowMeans(points[, own], na.rm = TRUE), NA)
}
scores <- sapply(unique(items$dimension), score_of)
overall <- ifelse(rowSums(!is.na(scores[, spectrum])) >= 6, rowMeans(scores[, spectrum], na.rm = TRUE), NA)
scores <- cbind(scores, overall = overall)

describe <- function(y, spread, rho) {
  groups <- split(y, team)
  groups <- lapply(groups, function(g) g[!is.na(g)])
  n <- lengths(groups); m <- sapply(groups, mean); s2 <- sapply(groups, var); N <- teams$headcount
  within <- sum((n - 1) * s2) / sum(n - 1)
  # Thirty people and more: their own spread takes the place of the typical one.
  s0 <- if (sum(n) >= 30) sqrt(within) else spread
  moderate <- n <= 12
  df <- ifelse(moderate, 4 + n - 1, n - 1)
  v <- ifelse(moderate, (4 * s0^2 + (n - 1) * s2) / df, s2)
  shown <- n >= 3
  margin <- ifelse(shown, qt(.975, df) * sqrt(v / n), NA)
  now <- ifelse(shown, qt(.975, df) * sqrt(v / n * (1 - rho * n / N)), NA)

  w <- N / sum(N)
  parts <- w^2 * s2 / n
  parts_now <- parts * (1 - rho * n / N)
  interval <- function(q) qt(.975, sum(q)^2 / sum(q^2 / (n - 1))) * sqrt(sum(q))
  list(
    teams = lapply(seq_along(n), function(t) list(n = n[[t]], mean = m[[t]], sd = sqrt(s2[[t]]), margin = margin[[t]], now = now[[t]])),
    organization = list(n = sum(n), mean = sum(w * m), sd = sd(unlist(groups)), se = sqrt(sum(parts)), margin = interval(parts), now = interval(parts_now))
  )
}

cat(as_json(list(
  left_out = as.vector(left_out),
  scores = sapply(colnames(scores), function(name)
    describe(scores[, name], if (name == "overall") 14 else 20, if (name == "overall") .93 else .74), simplify = FALSE)
)), "\n")
