// Measures, on the page /test, what peil needs of a browser and a network, and shows one of the sentences that the page brings for each.
// Written by hand and in the oldest words there are: it has to run where the scripts of other pages do not.
(function () {
  'use strict';

  var MINUTE_MS = 60000;
  // Longer than it takes on any line over which somebody could take part.
  var PATIENCE_MS = 10000;
  // A minute, and the server's goodbye.
  var LINE_MS = 75000;
  // What nobody notices on a clock.
  var CLOCK_MS = 30000;
  var TIMES = 3;

  var found = {};

  function all(list, run) {
    Array.prototype.forEach.call(list, run);
  }

  function tell(check, state, number) {
    var place = document.querySelector('[data-check="' + check + '"]');
    place.setAttribute('data-state', state);
    all(place.querySelectorAll('[data-when]'), function (said) {
      said.hidden = said.getAttribute('data-when') !== state;
      var slot = said.querySelector('[data-number]');
      if (slot && !said.hidden) slot.textContent = number;
    });
  }

  function show(check, state, number) {
    found[check] = state;
    tell(check, state, number);
    conclude();
  }

  // Said once for each change: whoever hears the page hears it too.
  function conclude() {
    var bad = found.cookies === 'bad' || found.sending === 'bad' || found.sending === 'refused';
    var busy = found.line === 'busy' || found.sending === 'busy' || found.cookies === 'busy';
    var slow = found.line === 'broken' || found.line === 'blocked' || found.scripts === 'old';
    var state = bad ? 'bad' : busy ? 'busy' : slow ? 'slow' : 'good';
    if (found.all === state) return;
    found.all = state;
    tell('all', state);
    document.querySelector('[data-check="all"]').className = bad ? 'notice' : state === 'good' ? 'notice good' : 'notice plain';
  }

  function decimal(seconds) {
    var digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    try {
      return seconds.toLocaleString(document.documentElement.lang, digits);
    } catch (old) {
      return seconds.toFixed(1);
    }
  }

  function ask(then) {
    var begin = new Date().getTime();
    var request = new XMLHttpRequest();
    request.open('POST', '/test/state');
    request.timeout = PATIENCE_MS;
    request.onloadend = function () {
      var told = null;
      try {
        told = request.status === 200 ? JSON.parse(request.responseText) : null;
      } catch (unreadable) {
        told = null;
      }
      then(told, request.status, begin, new Date().getTime());
    };
    request.send();
  }

  function sends(left, best) {
    ask(function (told, status, begin, end) {
      if (!told) {
        show('sending', status === 403 ? 'refused' : 'bad');
        if (found.cookies === 'busy') show('cookies', 'unmeasured');
        if (found.clock === 'busy') show('clock', 'unmeasured');
        return;
      }
      show('cookies', told.cookie ? 'good' : 'bad');
      if (best === null || end - begin < best.took) {
        best = { took: end - begin, ahead: (begin + end) / 2 - told.now };
      }
      if (left > 1) return sends(left - 1, best);
      show('sending', 'good', decimal(Math.max(best.took / 1000, 0.1)));
      var minutes = Math.max(1, Math.round(Math.abs(best.ahead) / MINUTE_MS));
      if (Math.abs(best.ahead) <= CLOCK_MS) show('clock', 'good');
      else show('clock', best.ahead > 0 ? 'ahead' : 'behind', minutes);
    });
  }

  function line() {
    var opened = null;
    var ticking = null;
    var over = false;
    var socket;

    function seconds() {
      return Math.floor((new Date().getTime() - opened) / 1000);
    }
    function finish(state) {
      if (over) return;
      over = true;
      clearInterval(ticking);
      clearTimeout(waiting);
      show('line', state, opened === null ? 0 : seconds());
      try {
        socket.close();
      } catch (closed) {
        // It is closed already.
      }
    }
    function gone() {
      finish(opened === null ? 'blocked' : 'broken');
    }

    var waiting = setTimeout(gone, PATIENCE_MS);
    try {
      socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/test/live');
    } catch (refused) {
      return gone();
    }
    // Not when the handshake is done: some networks let that pass and nothing after it.
    socket.onmessage = function () {
      if (opened !== null) return;
      opened = new Date().getTime();
      clearTimeout(waiting);
      waiting = setTimeout(gone, LINE_MS);
      ticking = setInterval(function () {
        tell('line', 'busy', seconds());
      }, 1000);
      show('line', 'busy', 0);
    };
    socket.onclose = function (event) {
      if (event.code === 1013) return finish('full');
      if (event.code === 1000 && opened !== null) return finish('good');
      gone();
    };
  }

  function remembers() {
    try {
      localStorage.setItem('peil-test', '1');
      var kept = localStorage.getItem('peil-test') === '1';
      localStorage.removeItem('peil-test');
      return kept;
    } catch (refused) {
      return false;
    }
  }

  found.line = found.sending = found.cookies = found.clock = 'busy';
  tell('line', 'busy', 0);
  tell('sending', 'busy');
  tell('cookies', 'busy');
  tell('clock', 'busy');
  show('scripts', typeof WebAssembly === 'object' && 'noModule' in document.createElement('script') ? 'good' : 'old');
  show('storage', remembers() ? 'good' : 'bad');
  sends(TIMES, null);
  line();
})();
