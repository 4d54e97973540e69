# Differences between groups and rounds, by R's t.test. From the project's root:
#   Rscript tests/oracle/differences.R > tests/oracle/expected/differences.json
source("tests/oracle/json.R")

tested <- function(test) list(
  difference = if (length(test$estimate) == 2) unname(test$estimate[1] - test$estimate[2]) else unname(test$estimate),
  error = test$stderr, df = test$parameter, low = test$conf.int[1], high = test$conf.int[2]
)

groups <- list(
  five_and_fourteen = list(
    a = c(62.5, 56.25, 75, 43.75, 68.75),
    b = c(37.5, 50, 31.25, 56.25, 43.75, 25, 62.5, 37.5, 50, 43.75, 31.25, 56.25, 68.75, 12.5)
  ),
  two_and_two = list(a = c(50, 75), b = c(25, 31.25)),
  three_and_forty = list(a = c(0, 100, 50), b = rep(c(40, 45, 50, 55), 10)),
  one_side_alike = list(a = c(75, 75, 75, 75), b = c(50, 56.25, 43.75, 62.5))
)
pairs <- list(
  three = list(a = c(43.75, 31.25, 37.5), b = c(62.5, 75, 43.75)),
  eight = list(
    a = c(25, 37.5, 43.75, 31.25, 50, 18.75, 56.25, 37.5),
    b = c(62.5, 56.25, 68.75, 50, 75, 62.5, 56.25, 43.75)
  )
)

# Sleep data of Student (1908), as R ships them.
sleep_pairs <- list(a = sleep$extra[sleep$group == 1], b = sleep$extra[sleep$group == 2])

cat(as_json(list(
  welch = lapply(unname(groups), function(g) c(g, tested(t.test(g$a, g$b)))),
  paired = lapply(unname(c(pairs, list(sleep_pairs))), function(g) c(g,
    tested(t.test(g$a, g$b, paired = TRUE)),
    list(at90 = tested(t.test(g$a, g$b, paired = TRUE, conf.level = .9)))
  ))
)), "\n")
