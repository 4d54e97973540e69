# Part-whole fidelity from people's scores, by way of aov, lm and a long shuffle. From the project's root:
#   Rscript tests/oracle/fidelity.R > tests/oracle/expected/fidelity.json
source("tests/oracle/json.R")

fidelity_of <- function(scores, team, shuffles = 49999) {
  D <- ncol(scores); n <- as.vector(table(team)); T <- length(n); N <- sum(n)
  profiles <- apply(scores, 2, function(y) tapply(y, team, mean))
  V <- apply(profiles, 2, var)
  MSW <- apply(scores, 2, function(y) summary(aov(y ~ team))[[1]]["Residuals", "Mean Sq"])
  harmonic <- T / sum(1 / n)
  tau2_d <- V - MSW / harmonic
  tau2 <- mean(tau2_d)

  # The level is a score like any other: the same arithmetic on each person's mean.
  level <- rowMeans(scores)
  tau2_level <- var(as.vector(tapply(level, team, mean))) -
    summary(aov(level ~ team))[[1]]["Residuals", "Mean Sq"] / harmonic

  S <- crossprod(residuals(lm(scores ~ team))) / (N - T)
  g <- sum(diag(S))^2 / sum(diag(S %*% S))
  df <- (T - 1) * g
  upper <- sqrt(max(0, mean(V) * df / qchisq(.05, df) - mean(MSW) / harmonic))

  # Variance of the numerator by its matrix: contrasts of means with variances 1 / n.
  C <- diag(T) - 1 / T
  contrast <- C %*% diag(1 / n) %*% C
  df1 <- sum(diag(contrast))^2 / sum(diag(contrast %*% contrast)) * g
  approximate <- pf(mean(V) / (mean(MSW) / harmonic), df1, (N - T) * g, lower.tail = FALSE)

  statistic <- function(labels) mean(apply(rowsum(scores, labels) / n, 2, var))
  set.seed(11)
  shuffled <- replicate(shuffles, statistic(sample(team)))
  p <- (1 + sum(shuffled >= mean(V) - 1e-9)) / (1 + shuffles)

  each <- lapply(seq_len(T), function(t) {
    others <- colMeans(profiles[-t, , drop = FALSE])
    own <- profiles[t, ]
    noise <- mean(MSW) * (1 / n[t] + sum(1 / n[-t]) / (T - 1)^2)
    squared <- mean((own - others)^2)
    sd0 <- function(x) sqrt(mean((x - mean(x))^2))
    band <- 100 * pmax(0, 1 - sqrt(pmax(0, noise * qchisq(c(.95, .05), g) / g - noise)) / 25)
    list(
      squared = squared, noise = noise,
      fidelity = 100 * max(0, 1 - sqrt(max(0, squared - noise)) / 25),
      elevation = (mean(own) - mean(others))^2, scatter = (sd0(own) - sd0(others))^2,
      shape = 2 * sd0(own) * sd0(others) * (1 - cor(own, others)), correlation = cor(own, others),
      low = band[1], high = band[2]
    )
  })
  list(
    sizes = n, scores = scores, varianceByDimension = tau2_d, variance = tau2,
    fidelity = 100 * max(0, 1 - sqrt(max(0, tau2)) / 25), level = tau2_level, pattern = tau2 - tau2_level,
    gapUpperBound = upper, directions = g, varietyCarried = mean(MSW) / (mean(MSW) + max(0, tau2)),
    approximateP = approximate, shuffledP = p, byTeam = each
  )
}

set.seed(21)
people <- function(sizes, D, tau) {
  team <- factor(rep(seq_along(sizes), sizes))
  gap <- matrix(rnorm(length(sizes) * D, sd = tau), ncol = D)
  mood <- rnorm(length(team), sd = 12)
  raw <- 50 + gap[team, ] + mood + matrix(rnorm(length(team) * D, sd = 16), ncol = D)
  raw[] <- pmin(100, pmax(0, round(raw / 6.25) * 6.25))
  list(team = team, scores = unname(raw))
}
sets <- list(people(c(3, 4, 5, 7, 9, 12), 4, 10), people(rep(5, 5), 8, 0), people(c(3, 3, 20), 3, 18))
cat(as_json(lapply(sets, function(set) fidelity_of(set$scores, set$team))), "\n")
