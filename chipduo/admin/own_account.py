"""What everybody at the desk may say about themselves: how they are called there, and by which clock they read and schedule."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.admin.desk_page import desk_page
from chipduo.admin.user import SiteUserForm
from chipduo.models import User


class OwnAccountForm(forms.ModelForm):
    time_zone = SiteUserForm.declared_fields["time_zone"]

    class Meta:
        model = User
        fields = ["first_name", "last_name", "time_zone"]


def own_account(request: HttpRequest) -> HttpResponse:
    own = User.objects.get(pk=request.user.pk)  # apart from the one whose name stands above the page
    form = OwnAccountForm(request.POST or None, instance=own)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, "Kept. Times at the desk are by this clock from now on.")
        return HttpResponseRedirect(request.path)
    return desk_page(request, "admin/own_account.html", "Your account", form=form)
