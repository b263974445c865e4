"""Facts that span fields or files. Each check is a generator of Problems; its docstring begins with what it ensures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.checks import (
    areas,
    bounds,
    changes,
    contacts,
    content_links,
    counted,
    dates,
    doubles,
    files,
    former,
    languages,
    misplaced,
    results,
    shared,
    texts,
)
from generator.checks.changes import Comparison
from generator.model.site import Site
from generator.problems.problem import Problem

Check = Callable[[Path, Site], Iterator[Problem]]
ChangeCheck = Callable[[Path, Site, Comparison], Iterator[Problem]]

OF_AREAS: tuple[Check, ...] = (
    areas.core_elements_exist,
    areas.rounds_exist,
    areas.steps_exist,
    files.places_exist,
    dates.years_are_of_our_time,
    dates.repetitions_are_bounded,
    bounds.areas_have_a_sensible_number_of_dates,
    dates.repetitions_leave_nothing_out,
    dates.weekends_are_whole,
    dates.changed_days_are_the_events_own,
    dates.changed_dates_make_sense,
    dates.hours_exist,
    dates.moves_say_from_and_to_where,
    dates.booking_says_how,
    dates.booking_closes_before_the_start,
    dates.points_fall_within_the_event,
    results.reports_are_of_the_events_dates,
    results.cooperations_are_between_partners,
    results.examples_are_of_core_elements,
    files.documents_can_be_fetched,
    texts.fields_stand_above_the_text,
    misplaced.states_are_not_commented_out,
    areas.nothing_is_left_to_write,
    files.pictures_can_be_shown,
)
"""What one area's folder and the programme's own files decide."""

OF_SITE: tuple[Check, ...] = (
    areas.ideas_have_their_area,
    areas.owners_and_sources_have_their_area,
    results.stories_belong_to_what_is_there,
    areas.areas_are_as_many_as_agreed,
    files.files_belong,
    files.pages_that_all_lead_to_are_there,
    languages.words_are_complete,
    languages.pages_have_a_danish_one,
    languages.languages_go_by_their_code,
    counted.named_values_are_known,
    former.former_addresses_are_free,
    former.pages_have_an_address_of_their_own,
)
"""What takes all areas to know."""

CHECKS = (*OF_AREAS, *OF_SITE)

OF_ISOLATION: tuple[Check, ...] = (*CHECKS, files.named_files_are_files)
"""What a build in spite of problems asks for: a file with problems also costs the fields that name it."""

ADVICE: tuple[Check, ...] = (
    texts.texts_come_through,
    content_links.pages_lead_somewhere,
    files.leftovers_are_not_committed,
    files.places_can_be_found,
    files.settings_can_be_used,
    doubles.events_are_written_once,
    languages.languages_have_names_of_their_own,
    shared.shared_areas_exist,
    shared.shared_events_are_agreed,
    misplaced.fields_do_not_stand_in_the_text,
    misplaced.texts_are_not_cut_off,
    misplaced.words_leave_the_state_to_status,
    contacts.contacts_are_seen,
    areas.dots_differ,
    areas.events_come_before_the_end,
    areas.finished_areas_come_in_no_later_round,
    areas.steps_lie_near_their_round,
    counted.numbers_agree_with_the_data,
    counted.named_values_stand_where_they_work,
)
"""What is reported to the one who writes and stops no build: it mends these things by itself, or they may be meant."""

OF_CHANGES: tuple[ChangeCheck, ...] = (
    changes.addresses_stay,
    changes.pages_and_documents_stay,
    changes.new_events_lie_ahead,
    results.reports_follow_the_event,
)
"""What takes an earlier revision to know. These stop no build either."""
