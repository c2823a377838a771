/**
 * What the results of surveys may tell. Answers are counted by one trait of people at a time, a
 * round of closed surveys is told once, and only in groups from which nobody can work out what a
 * group smaller than the promised one answered (decision 0031).
 */
@NullMarked
package org.uitrol.domain.survey.result;

import org.jspecify.annotations.NullMarked;
