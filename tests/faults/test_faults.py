"""The short form of every fault script on the installed program; `make faults` is the long one."""

import pytest

pytest.importorskip("termios", reason="the fault scripts need a POSIX system")

from tests.faults.campaign import CAMPAIGNS, Campaign
from tests.faults.tally import Plan
from tests.faults.target import named

pytestmark = pytest.mark.faults
SHORT = [campaign for campaign in CAMPAIGNS if campaign.short]


@pytest.mark.parametrize("campaign", SHORT, ids=lambda campaign: campaign.name)
def test_nothing_is_lost_and_no_damage_passes_as_good(campaign: Campaign) -> None:
    if lacking := campaign.lacking():
        pytest.skip(f"not run here: {lacking}")
    tally = campaign.attack(named("cartui"), Plan(trials=campaign.short))
    assert tally.trials > 0
    assert tally.bad == 0, tally.line()
